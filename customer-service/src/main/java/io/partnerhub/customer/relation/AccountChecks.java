package io.partnerhub.customer.relation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import io.partnerhub.customer.fact.Facts;
import io.partnerhub.customer.relation.Check.State;
import io.partnerhub.platform.problem.Problem;
import io.partnerhub.platform.remote.Remote;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Service;

/**
 * Everything that stands in the way of a request, all at once (DIS-02, DIS-05, DIS-06).
 * Without billing's answer nothing starts and nothing ends.
 */
@Service
class AccountChecks {

	private static final String BILLING = "billing-service";

	private final Facts facts;

	private final BillingChecks billing;

	private final Remote remote;

	private final MessageSource messages;

	AccountChecks(Facts facts, BillingChecks billing, Remote remote, MessageSource messages) {
		this.facts = facts;
		this.billing = billing;
		this.remote = remote;
		this.messages = messages;
	}

	/** For a person to read: an unreachable service shows as UNKNOWN. */
	List<Check> look(Intent intent) {
		try {
			return all(intent, askBilling(intent.link().customerId(), intent.link().ownerPartnerId()));
		}
		catch (Problem unreachable) {
			return all(intent,
					List.of(check(Check.BILLING_UNREACHABLE, State.UNKNOWN, unreachable.detail(), Map.of())));
		}
	}

	/** For a command, before it locks anything: 503 if it cannot be known. */
	List<Check> askBilling(UUID customerId, UUID owner) {
		return this.remote.ask(BILLING, () -> this.billing.of(customerId, owner))
			.items()
			.stream()
			.map((item) -> check(item.code(), item.failed() ? State.FAILED : State.PASSED, item.detail(),
					item.knownFacts()))
			.toList();
	}

	/** Refuses with all failures; returns the codes that nobody could tell. */
	List<String> require(Intent intent, List<Check> billing) {
		List<Check> all = all(intent, billing);
		List<Check> failed = all.stream().filter(Check::failed).toList();
		if (!failed.isEmpty()) {
			throw Problem
				.conflict("DISASSOCIATION_CHECK_FAILED", "The account check found what has to be settled first.")
				.with("checks", failed);
		}
		return all.stream().filter(Check::unknown).map(Check::code).toList();
	}

	private List<Check> all(Intent intent, List<Check> billing) {
		Map<String, Check> all = new LinkedHashMap<>();
		BlockRules.of(intent, this.facts.of(intent.account().accountName()))
			.forEach((code, blocks) -> all.put(code, own(code, blocks)));
		billing.forEach((check) -> all.merge(check.code(), check, Check::or));
		return new ArrayList<>(all.values());
	}

	private Check own(String code, Optional<Boolean> blocks) {
		return blocks.map((blocked) -> check(code, blocked ? State.FAILED : State.PASSED, null, Map.of()))
			.orElseGet(() -> new Check(code, State.UNKNOWN, null, text("remedy.FACT_UNKNOWN", null), Map.of()));
	}

	private Check check(String code, State state, @Nullable String detail, Map<String, Object> facts) {
		return new Check(code, state, detail, (state != State.PASSED) ? text("remedy." + code, detail) : null, facts);
	}

	private @Nullable String text(String key, @Nullable String otherwise) {
		return this.messages.getMessage(key, null, otherwise, LocaleContextHolder.getLocale());
	}

}
