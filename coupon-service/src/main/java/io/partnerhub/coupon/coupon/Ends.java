package io.partnerhub.coupon.coupon;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.partnerhub.coupon.quota.Movement.Bucket;
import io.partnerhub.coupon.quota.Movement.Kind;
import io.partnerhub.coupon.quota.Quotas;
import io.partnerhub.coupon.quota.Quotas.Returned;
import io.partnerhub.coupon.record.OperationType;
import io.partnerhub.coupon.settings.CouponProperties;
import io.partnerhub.platform.Ids;
import io.partnerhub.platform.event.Outbox;
import io.partnerhub.platform.money.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * What every way of taking coupons back does: the rows change and are recorded, the
 * amounts go back to the quotas (REC-03), and it is announced. Joins the transaction of
 * its caller, who has locked the quotas, and some thousands of coupons at most.
 */
@Service
class Ends {

	private final EndStore store;

	private final Quotas quotas;

	private final Outbox outbox;

	private final CouponProperties properties;

	Ends(EndStore store, Quotas quotas, Outbox outbox, CouponProperties properties) {
		this.store = store;
		this.quotas = quotas;
		this.outbox = outbox;
		this.properties = properties;
	}

	/** All that is left of coupons, each once (I-06); what an order holds stays. */
	List<Taken> end(List<UUID> ids, OperationType operation, boolean unusedOnly, Instant now) {
		UUID bulk = Ids.next();
		return back(this.store.end(ids, operation, unusedOnly, bulk, now), operation, bulk);
	}

	/** Amounts somebody takes by hand from coupons that are locked. */
	List<Taken> take(Map<UUID, Money> amounts, String operator, @Nullable String remark, Instant now) {
		UUID bulk = Ids.next();
		return back(this.store.take(amounts, OperationType.MANUAL_RECLAIM, operator, remark, bulk, now),
				OperationType.MANUAL_RECLAIM, bulk);
	}

	private List<Taken> back(List<Taken> taken, OperationType operation, UUID bulk) {
		if (!taken.isEmpty()) {
			boolean expired = operation == OperationType.RECLAIM_ON_EXPIRY;
			this.quotas.giveBack(expired ? Kind.EXPIRED : Kind.RECLAIMED, Bucket.LIVE,
					taken.stream().map((each) -> new Returned(each.quotaId(), each.amount())).toList(),
					(taken.size() == 1) ? taken.getFirst().couponId() : bulk);
			EndEvents.of(taken, operation, this.properties.reclaim().vouchersPerEvent()).forEach(this.outbox::announce);
		}
		return taken;
	}

}
