package io.partnerhub.coupon.redemption;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.partnerhub.coupon.account.Account;
import io.partnerhub.coupon.account.Accounts;
import io.partnerhub.coupon.coupon.CouponLocks;
import io.partnerhub.coupon.coupon.HeldCoupon;
import io.partnerhub.coupon.customer.Buyer;
import io.partnerhub.coupon.customer.KnownCustomers;
import io.partnerhub.coupon.partner.KnownPartners;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The coupons a customer is offered for an order, and why others do not fit (USE-01). */
@Service
class EligibleCoupons {

	private final CouponLocks locks;

	private final KnownCustomers customers;

	private final KnownPartners partners;

	private final Accounts accounts;

	private final RedemptionSettings settings;

	private final Clock clock;

	EligibleCoupons(CouponLocks locks, KnownCustomers customers, KnownPartners partners, Accounts accounts,
			RedemptionSettings settings, Clock clock) {
		this.locks = locks;
		this.customers = customers;
		this.partners = partners;
		this.accounts = accounts;
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
		return new Standing(buyer, signingEntity(buyer, coupons), this.partners.unhealthy(partners));
	}

	/** Asked for only where a coupon depends on it (CSH-06). */
	private @Nullable String signingEntity(Buyer buyer, List<HeldCoupon> coupons) {
		if (coupons.stream().noneMatch((held) -> held.coupon().terms().invoiceToUser())) {
			return null;
		}
		Account account = this.accounts.find(List.of(buyer.customerId())).get(buyer.customerId());
		return (account != null) ? account.signingEntity() : null;
	}

}
