package io.partnerhub.customer.notice;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

import io.partnerhub.contracts.Amount;
import io.partnerhub.contracts.CouponEvent;
import io.partnerhub.contracts.CouponEvent.CashCouponIssued;
import io.partnerhub.contracts.CouponEvent.CashCouponsReclaimed;
import io.partnerhub.contracts.CouponEvent.CouponAmount;
import io.partnerhub.contracts.CouponEvent.CouponsExpiring;
import io.partnerhub.contracts.CouponEvent.CustomerCouponsReclaimed;
import io.partnerhub.contracts.CouponEvent.ExpiringCoupon;
import io.partnerhub.contracts.CouponEvent.ReclaimedVoucher;
import io.partnerhub.contracts.CouponEvent.VoucherIssued;
import io.partnerhub.contracts.CouponEvent.VouchersReclaimed;
import io.partnerhub.contracts.CouponType;
import io.partnerhub.contracts.QuotaEvent.QuotaExpiring;
import io.partnerhub.contracts.QuotaEvent.QuotaGranted;
import io.partnerhub.customer.notice.Notice.Kind;
import io.partnerhub.customer.notice.Notice.Term;
import io.partnerhub.platform.event.Subscription;
import io.partnerhub.platform.money.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;

/**
 * Hears what happened to coupons and quotas, and for whom that is news (VOU-13, NOT-02).
 */
@Component
public class CouponNews {

	/**
	 * At the end of a link, at a switch of the model and at a transfer (6.3) one summary
	 * tells of all coupons.
	 */
	private static final Set<Integer> SUMMED_UP = Set.of(3, 8, 9);

	private final Notices notices;

	CouponNews(Notices notices) {
		this.notices = notices;
	}

	@Bean
	static Subscription couponNewsEvents(CouponNews news) {
		return Subscription.to(VoucherIssued.class, news::issued)
			.and(CashCouponIssued.class, news::issued)
			.and(VouchersReclaimed.class, news::reclaimed)
			.and(CashCouponsReclaimed.class, news::reclaimed)
			.and(CouponsExpiring.class, news::expiring)
			.and(QuotaGranted.class, news::granted)
			.and(QuotaExpiring.class, news::expiring);
	}

	/** Everything of an ended link is reclaimed; nothing is said of nothing. */
	public void linkEnded(CustomerCouponsReclaimed event) {
		if (event.count() > 0) {
			tell(event, Kind.LINK_ENDED, null, money(event.amount()), event.count(), Term.NONE);
		}
	}

	private void issued(VoucherIssued event) {
		tell(event, Kind.COUPON_RECEIVED, CouponType.VOUCHER, money(event.faceValue()), 1,
				new Term(event.effectiveAt(), event.expiresAt()));
	}

	private void issued(CashCouponIssued event) {
		tell(event, Kind.COUPON_RECEIVED, CouponType.CASH_COUPON, money(event.faceValue()), 1,
				new Term(event.effectiveAt(), event.expiresAt()));
	}

	private void reclaimed(VouchersReclaimed event) {
		reclaimed(event, event.operationType(), CouponType.VOUCHER,
				event.vouchers().stream().map(ReclaimedVoucher::amount).toList());
	}

	private void reclaimed(CashCouponsReclaimed event) {
		reclaimed(event, event.operationType(), CouponType.CASH_COUPON,
				event.coupons().stream().map(CouponAmount::amount).toList());
	}

	private void reclaimed(CouponEvent event, int operationType, CouponType type, List<Amount> amounts) {
		if (!SUMMED_UP.contains(operationType)) {
			tell(event, Kind.COUPONS_RECLAIMED, type, sum(amounts), amounts.size(), Term.NONE);
		}
	}

	private void expiring(CouponsExpiring event) {
		Instant first = event.coupons()
			.stream()
			.map(ExpiringCoupon::expiresAt)
			.min(Comparator.naturalOrder())
			.orElseThrow(() -> new IllegalArgumentException("no coupon expires"));
		tell(event, Kind.COUPONS_EXPIRING, event.type(),
				sum(event.coupons().stream().map(ExpiringCoupon::balance).toList()), event.coupons().size(),
				new Term(null, first));
	}

	private void granted(QuotaGranted event) {
		this.notices.tell(Notice.quota(event.partnerId(), event.ownerPartnerId(), Kind.QUOTA_GRANTED, event.type(),
				money(event.value()), new Term(event.effectiveAt(), event.expiresAt()), this.notices.now()));
	}

	private void expiring(QuotaExpiring event) {
		this.notices.tell(Notice.quota(event.partnerId(), event.ownerPartnerId(), Kind.QUOTA_EXPIRING, event.type(),
				money(event.balance()), new Term(null, event.expiresAt()), this.notices.now()));
	}

	private void tell(CouponEvent event, Kind kind, @Nullable CouponType type, Money amount, long coupons, Term term) {
		this.notices.tell(Notice.coupons(event.partnerId(), event.ownerPartnerId(), event.customerId(), kind, type,
				amount, coupons, term, this.notices.now()));
	}

	private static Money sum(Collection<Amount> amounts) {
		return amounts.stream().map(CouponNews::money).reduce(Money.zero(), Money::plus);
	}

	private static Money money(Amount amount) {
		return Money.parse(amount.amount(), amount.currency());
	}

}
