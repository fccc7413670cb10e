package io.partnerhub.billing.consumption;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import io.partnerhub.billing.attribution.Attributions;
import io.partnerhub.billing.attribution.History;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Gives records to whom their customers belonged at their time, as far as it is known by
 * now; later news are followed up.
 */
@Component
class Attributing {

	private final SubAccountStore accounts;

	private final Attributions attributions;

	Attributing(SubAccountStore accounts, Attributions attributions) {
		this.accounts = accounts;
		this.attributions = attributions;
	}

	List<Attributed> attribute(List<Written> records) {
		Map<String, UUID> accounts = this.accounts.find(records.stream()
			.map((each) -> each.record().subAccount())
			.filter(Objects::nonNull)
			.collect(Collectors.toSet()));
		Set<UUID> customers = records.stream()
			.map((each) -> customer(each.record(), accounts))
			.filter(Objects::nonNull)
			.collect(Collectors.toSet());
		Map<UUID, History> histories = this.attributions.histories(customers);
		return records.stream().map((each) -> attributed(each, customer(each.record(), accounts), histories)).toList();
	}

	/** An account that was named to the hub goes before an id that looks like one. */
	private static @Nullable UUID customer(Consumed record, Map<String, UUID> accounts) {
		UUID named = (record.subAccount() != null) ? accounts.get(record.subAccount()) : null;
		return (named != null) ? named : record.customerId();
	}

	private static Attributed attributed(Written written, @Nullable UUID customer, Map<UUID, History> histories) {
		History history = (customer != null) ? histories.getOrDefault(customer, History.NONE) : History.NONE;
		return new Attributed(written, customer, history.known(),
				history.at(written.record().tradeTime()).orElse(null));
	}

}
