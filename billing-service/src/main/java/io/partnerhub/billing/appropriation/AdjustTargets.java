package io.partnerhub.billing.appropriation;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import io.partnerhub.billing.customer.KnownCustomer;
import io.partnerhub.billing.customer.KnownCustomers;
import io.partnerhub.billing.partner.KnownPartner;
import io.partnerhub.billing.partner.KnownPartners;
import io.partnerhub.platform.batch.Outcome;
import io.partnerhub.platform.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Finds and locks those whose accounts are to be adjusted, so that one adjustment of a
 * target runs at a time (ADJ-08) and its link cannot end meanwhile (ADJ-01). Who is not
 * the partner's own is unknown to it.
 */
@Component
class AdjustTargets {

	private final KnownCustomers customers;

	private final KnownPartners partners;

	AdjustTargets(KnownCustomers customers, KnownPartners partners) {
		this.customers = customers;
		this.partners = partners;
	}

	List<Outcome<Accepted>> accept(List<Outcome<AdjustCommand>> commands) {
		Map<UUID, KnownCustomer> customers = this.customers.holdAll(ids(commands, AdjustTarget.CUSTOMER),
				wait(commands));
		Map<UUID, KnownPartner> resellers = this.partners.holdAll(ids(commands, AdjustTarget.RESELLER), wait(commands));
		return commands.stream()
			.map((outcome) -> Outcome.decided(() -> accept(outcome.get(), customers, resellers)))
			.toList();
	}

	private static Set<UUID> ids(List<Outcome<AdjustCommand>> commands, AdjustTarget target) {
		return commands.stream()
			.filter((outcome) -> !outcome.isRefused())
			.map((outcome) -> outcome.get().wish())
			.filter((wish) -> wish.target() == target)
			.map(Adjustment::targetId)
			.collect(Collectors.toSet());
	}

	private static boolean wait(List<Outcome<AdjustCommand>> commands) {
		return commands.stream().allMatch((outcome) -> outcome.isRefused() || outcome.get().waits());
	}

	private Accepted accept(AdjustCommand command, Map<UUID, KnownCustomer> customers,
			Map<UUID, KnownPartner> resellers) {
		UUID id = command.wish().targetId();
		return switch (command.wish().target()) {
			case CUSTOMER -> customer(command, customers.get(id));
			case RESELLER -> reseller(command, resellers.get(id));
		};
	}

	private Accepted customer(AdjustCommand command, @Nullable KnownCustomer customer) {
		if (customer == null && !command.waits() && this.customers.exists(command.wish().targetId())) {
			throw running();
		}
		if (customer == null || !customer.isActiveIn(command.realm())) {
			throw Problem.notFound("customer");
		}
		AppropriationRules.requireResale(customer);
		return Accepted.of(command, customer);
	}

	private Accepted reseller(AdjustCommand command, @Nullable KnownPartner reseller) {
		if (reseller == null && !command.waits() && this.partners.exists(command.wish().targetId())) {
			throw running();
		}
		if (reseller == null || !reseller.isResellerOf(command.realm().ownerPartnerId())) {
			throw Problem.notFound("reseller");
		}
		return Accepted.of(command, reseller);
	}

	private static Problem running() {
		return Problem.conflict("ADJUST_RUNNING",
				"Another appropriation or reclaim of the same account is not finished.");
	}

}
