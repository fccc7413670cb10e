package io.partnerhub.customer.relation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.partnerhub.customer.relation.Check.State;
import io.partnerhub.customer.partner.KnownPartners;
import io.partnerhub.platform.problem.Problem;
import io.partnerhub.platform.remote.Remote;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Service;

/**
 * Everything that stands in the way of an end, all at once (DIS-02, DIS-05). Without
 * billing's answer nothing starts and nothing ends.
 */
@Service
class AccountChecks {

	private static final String BILLING = "billing-service";

	private final KnownPartners partners;

	private final BillingChecks billing;

	private final Remote remote;

	private final MessageSource messages;

	AccountChecks(KnownPartners partners, BillingChecks billing, Remote remote, MessageSource messages) {
		this.partners = partners;
		this.billing = billing;
		this.remote = remote;
		this.messages = messages;
	}

	/** For a person to read: an unreachable service shows as UNKNOWN. */
	List<Check> look(UUID customerId, UUID owner) {
		List<Check> checks = new ArrayList<>(own(owner));
		try {
			checks.addAll(remote(customerId, owner));
		}
		catch (Problem unreachable) {
			checks.add(check("BILLING_UNREACHABLE", State.UNKNOWN, unreachable.detail(), Map.of()));
		}
		return checks;
	}

	/** For a command: refuses with all failures, or with 503 if it cannot be known. */
	void require(UUID customerId, UUID owner) {
		List<Check> checks = new ArrayList<>(own(owner));
		checks.addAll(remote(customerId, owner));
		List<Check> failed = checks.stream().filter(Check::failed).toList();
		if (!failed.isEmpty()) {
			throw Problem
				.conflict("DISASSOCIATION_CHECK_FAILED", "The account check found what has to be settled first.")
				.with("checks", failed);
		}
	}

	private List<Check> own(UUID owner) {
		boolean frozen = this.partners.get(owner).frozen();
		return List.of(check("PARTNER_FROZEN", frozen ? State.FAILED : State.PASSED, null, Map.of()));
	}

	private List<Check> remote(UUID customerId, UUID owner) {
		return this.remote.ask(BILLING, () -> this.billing.of(customerId, owner))
			.items()
			.stream()
			.map((item) -> check(item.code(), item.failed() ? State.FAILED : State.PASSED, item.detail(),
					item.knownFacts()))
			.toList();
	}

	private Check check(String code, State state, @Nullable String detail, Map<String, Object> facts) {
		String remedy = (state != State.PASSED)
				? this.messages.getMessage("remedy." + code, null, detail, LocaleContextHolder.getLocale()) : null;
		return new Check(code, state, detail, remedy, facts);
	}

}
