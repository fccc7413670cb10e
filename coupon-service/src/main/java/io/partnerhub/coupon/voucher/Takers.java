package io.partnerhub.coupon.voucher;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import io.partnerhub.contracts.PartnerType;
import io.partnerhub.coupon.coupon.Holding;
import io.partnerhub.coupon.customer.KnownCustomer;
import io.partnerhub.coupon.customer.KnownCustomers;
import io.partnerhub.coupon.partner.KnownPartner;
import io.partnerhub.coupon.partner.KnownPartners;
import io.partnerhub.coupon.whitelist.Receivers;
import io.partnerhub.platform.problem.Problem;
import org.springframework.stereotype.Component;

/**
 * Who gets the vouchers for customers that are named: the partner's own customers
 * themselves (VOU-07); of a government-subsidy partner those on its white-list, and for a
 * member his master (VOU-08).
 */
@Component
class Takers {

	private final KnownPartners partners;

	private final KnownCustomers customers;

	private final Receivers receivers;

	Takers(KnownPartners partners, KnownCustomers customers, Receivers receivers) {
		this.partners = partners;
		this.customers = customers;
		this.receivers = receivers;
	}

	/** As they stay until the transaction ends. */
	Found hold(UUID owner, Set<UUID> named) {
		KnownPartner issuer = this.partners.get(owner);
		return (issuer.type() == PartnerType.GOVERNMENT_SUBSIDY)
				? Found.of(issuer, this.receivers.holdEach(owner, named))
				: new Found(this.customers.holdOpen(Map.of(owner, named)), Map.of());
	}

	/** Without holding anything: they may be others a moment later. */
	Found seen(UUID owner, Set<UUID> named) {
		KnownPartner issuer = this.partners.get(owner);
		return (issuer.type() == PartnerType.GOVERNMENT_SUBSIDY) ? Found.of(issuer, this.receivers.seen(owner, named))
				: new Found(this.customers.seen(owner, named), Map.of());
	}

	/**
	 * Takers by the customer who was named.
	 *
	 * @param refused why others get nothing, where it is not just that they are nobody's
	 */
	record Found(Map<UUID, KnownCustomer> customers, Map<UUID, Problem> refused) {

		private static Found of(KnownPartner issuer, Receivers.Found found) {
			Map<UUID, KnownCustomer> customers = new HashMap<>();
			found.receivers()
				.forEach((named, receiver) -> customers.put(named,
						receiver.of(issuer.partnerId(), issuer.ownerPartnerId())));
			return new Found(customers, found.refused());
		}

		/** What they may have of a quota already. */
		Set<Holding> holdings(UUID quotaId) {
			return this.customers.values()
				.stream()
				.map((customer) -> new Holding(quotaId, customer.customerId()))
				.collect(Collectors.toSet());
		}

	}

}
