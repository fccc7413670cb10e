package io.partnerhub.coupon.coupon;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

import io.partnerhub.contracts.CouponEvent.CouponAmount;
import io.partnerhub.contracts.CouponEvent.CouponsExpired;
import io.partnerhub.coupon.coupon.CouponLockStore.Freed;
import io.partnerhub.coupon.quota.Movement.Bucket;
import io.partnerhub.coupon.quota.Movement.Kind;
import io.partnerhub.coupon.quota.Quotas;
import io.partnerhub.coupon.quota.Quotas.Returned;
import io.partnerhub.coupon.record.OperationRecords;
import io.partnerhub.coupon.record.OperationType;
import io.partnerhub.platform.event.Outbox;
import org.springframework.stereotype.Service;

/**
 * Coupons that had to wait for a running payment end with it: what it left goes back
 * (REC-06).
 */
@Service
class Endings {

	private static final String SYSTEM = "system";

	private final CouponStore store;

	private final Reclaims reclaims;

	private final Quotas quotas;

	private final OperationRecords records;

	private final Outbox outbox;

	Endings(CouponStore store, Reclaims reclaims, Quotas quotas, OperationRecords records, Outbox outbox) {
		this.store = store;
		this.reclaims = reclaims;
		this.quotas = quotas;
		this.records = records;
		this.outbox = outbox;
	}

	/** The coupons and their quotas are locked. */
	void finish(List<Freed> ended, Instant now) {
		ended.forEach((each) -> finish(OperationType.of(Objects.requireNonNull(each.ending())), each.coupon(), now));
	}

	private void finish(OperationType operation, Coupon coupon, Instant now) {
		if (operation == OperationType.RECLAIM_ON_EXPIRY) {
			this.store.end(coupon.id(), true, now);
			expire(coupon, now);
		}
		else {
			this.store.end(coupon.id(), false, now);
			this.reclaims.book(List.of(coupon), operation, SYSTEM, null, now);
		}
	}

	private void expire(Coupon coupon, Instant now) {
		this.quotas.giveBack(Kind.EXPIRED, Bucket.LIVE, List.of(new Returned(coupon.quotaId(), coupon.balance())),
				coupon.id());
		this.records
			.add(List.of(Coupons.record(coupon, OperationType.RECLAIM_ON_EXPIRY, coupon.balance(), SYSTEM, null, now)));
		this.outbox.announce(new CouponsExpired(coupon.partnerId(), coupon.ownerPartnerId(), coupon.customerId(),
				coupon.type(), List.of(new CouponAmount(coupon.id(), coupon.quotaId(), coupon.balance().amount()))));
	}

}
