package io.partnerhub.billing.refund;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.partnerhub.platform.money.Money;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The steps of giving coupons back that commit by themselves: whose turn it is, and what
 * coupon-service answered, once.
 */
@Component
@Transactional
class CouponReturnSteps {

	private final CouponReturnStore store;

	private final RefundStore refunds;

	private final RefundSettings settings;

	private final Clock clock;

	CouponReturnSteps(CouponReturnStore store, RefundStore refunds, RefundSettings settings, Clock clock) {
		this.store = store;
		this.refunds = refunds;
		this.settings = settings;
		this.clock = clock;
	}

	List<CouponReturn> claim() {
		Instant now = this.clock.instant();
		return this.store.claim(now, now.plus(this.settings.couponsAgainAfter()), this.settings.perRun());
	}

	/**
	 * What was answered, coupon by coupon. What stays used counts as not refunded:
	 * another refund may give it back.
	 */
	void answered(CouponReturn back, Map<UUID, String> fates, Map<UUID, String> refusals) {
		Money refused = this.store.answer(back.refundId(), fates, refusals);
		if (refused.isPositive()) {
			this.refunds.releaseCoupons(back.orderId(), back.baseOrder(), refused);
		}
	}

}
