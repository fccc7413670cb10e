package io.partnerhub.coupon.redemption;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.partnerhub.coupon.coupon.CouponLocks;
import io.partnerhub.coupon.coupon.HeldCoupon;
import io.partnerhub.coupon.customer.Buyer;
import io.partnerhub.coupon.customer.KnownCustomers;
import io.partnerhub.coupon.partner.KnownPartners;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The coupons a customer is offered for an order, and why others do not fit (USE-01). */
@Service
class EligibleCoupons {

	private final CouponLocks locks;

	private final KnownCustomers customers;

	private final KnownPartners partners;

	private final RedemptionSettings settings;

	private final Clock clock;

	EligibleCoupons(CouponLocks locks, KnownCustomers customers, KnownPartners partners, RedemptionSettings settings,
			Clock clock) {
		this.locks = locks;
		this.customers = customers;
		this.partners = partners;
		this.settings = settings;
		this.clock = clock;
	}

	/** All of the customer's coupons with something left, in the order of deduction. */
	@Transactional(readOnly = true)
	List<Eligibility> of(PayableOrder order) {
		List<HeldCoupon> coupons = this.locks.ofCustomer(order.customerId(), this.settings.couponsOffered());
		Standing standing = standing(this.customers.buyer(order.customerId()), coupons);
		Instant now = this.clock.instant();
		return coupons.stream()
			.map((held) -> EligibilityRules.assess(held, order, standing, now))
			.sorted(Comparator.comparing((each) -> each.held().coupon(), EligibilityRules.DEDUCTION))
			.toList();
	}

	Standing standing(Buyer buyer, List<HeldCoupon> coupons) {
		Buyer.Present link = buyer.link();
		Stream<UUID> own = (link != null) ? Stream.of(link.partnerId(), link.ownerPartnerId()) : Stream.empty();
		Set<UUID> partners = Stream
			.concat(own,
					coupons.stream()
						.flatMap((held) -> Stream.of(held.coupon().partnerId(), held.coupon().ownerPartnerId())))
			.collect(Collectors.toSet());
		return new Standing(buyer, this.partners.unhealthy(partners));
	}

}
