package io.partnerhub.coupon.coupon;

import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

import io.partnerhub.contracts.CouponEvent.CouponReturned;
import io.partnerhub.coupon.customer.Buyer;
import io.partnerhub.coupon.quota.Movement;
import io.partnerhub.coupon.quota.Movement.Bucket;
import io.partnerhub.coupon.quota.Movement.Kind;
import io.partnerhub.coupon.quota.Quotas;
import io.partnerhub.coupon.quota.Quotas.Returned;
import io.partnerhub.coupon.record.OperationRecords;
import io.partnerhub.coupon.record.OperationType;
import io.partnerhub.platform.event.Outbox;
import io.partnerhub.platform.money.Money;
import org.springframework.stereotype.Service;

/**
 * What refunds of paid orders give back to coupons (USE-07): a used up coupon revives
 * while it is valid and its link lasts; later the amount goes to the quota or is void.
 */
@Service
public class CouponRefunds {

	private final CouponStore store;

	private final CouponLockStore locks;

	private final Quotas quotas;

	private final OperationRecords records;

	private final Outbox outbox;

	private final Clock clock;

	CouponRefunds(CouponStore store, CouponLockStore locks, Quotas quotas, OperationRecords records, Outbox outbox,
			Clock clock) {
		this.store = store;
		this.locks = locks;
		this.quotas = quotas;
		this.records = records;
		this.outbox = outbox;
		this.clock = clock;
	}

	/** Gives amounts of one paid order back; tells what became of each. */
	public Map<UUID, Fate> refund(Refund refund) {
		Set<UUID> ids = refund.amounts().keySet();
		this.quotas.lockAll(this.locks.quotasOf(ids));
		Instant now = this.clock.instant();
		Map<UUID, Fate> fates = new LinkedHashMap<>();
		for (HeldCoupon held : this.locks.hold(refund.buyer().customerId(), ids)) {
			Coupon coupon = held.coupon();
			Money amount = Objects.requireNonNull(refund.amounts().get(coupon.id()));
			Fate fate = RefundRules.fate(held, refund.buyer(), now);
			this.store.giveBack(coupon.id(), amount, fate, refund.wholly().contains(coupon.id()));
			book(coupon, amount, fate, refund, now);
			this.outbox.announce(new CouponReturned(coupon.partnerId(), coupon.ownerPartnerId(), coupon.customerId(),
					coupon.id(), coupon.type(), refund.orderId(), amount.amount(), fate == Fate.USABLE));
			fates.put(coupon.id(), fate);
		}
		return fates;
	}

	private void book(Coupon coupon, Money amount, Fate fate, Refund refund, Instant now) {
		switch (fate) {
			case USABLE -> this.quotas.book(List.of(Movement.refunded(coupon.quotaId(), amount, coupon.id())));
			case RECLAIMED -> this.quotas.giveBack(Kind.RECLAIMED, Bucket.USED,
					List.of(new Returned(coupon.quotaId(), amount)), coupon.id());
			case EXPIRED -> this.quotas.book(List
				.of(new Movement(coupon.quotaId(), Kind.EXPIRED, Bucket.USED, Bucket.EXPIRED, amount, coupon.id())));
		}
		if (fate != Fate.USABLE) {
			this.records.add(List.of(Coupons.record(coupon, refund.operation(), amount, refund.operator(), null, now)));
		}
	}

	/**
	 * A refund.
	 *
	 * @param buyer whose row the caller has locked
	 * @param amounts by coupon, each more than zero and at most what the order used of it
	 * @param wholly coupons of which the order keeps nothing: it counts no longer as one
	 * they paid
	 * @param operation how a record names what does not come back to the customer
	 */
	public record Refund(String orderId, Buyer buyer, Map<UUID, Money> amounts, Set<UUID> wholly,
			OperationType operation, String operator) {
	}

}
