package io.partnerhub.coupon.coupon;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import io.partnerhub.contracts.AssociationType;
import io.partnerhub.contracts.CouponEvent.CashCouponsReclaimed;
import io.partnerhub.contracts.CouponEvent.CouponAmount;
import io.partnerhub.contracts.CouponEvent.ReclaimedVoucher;
import io.partnerhub.contracts.CouponEvent.VouchersReclaimed;
import io.partnerhub.contracts.CouponType;
import io.partnerhub.contracts.Event;
import io.partnerhub.contracts.Permission;
import io.partnerhub.coupon.quota.Movement.Bucket;
import io.partnerhub.coupon.quota.Movement.Kind;
import io.partnerhub.coupon.quota.Quotas;
import io.partnerhub.coupon.quota.Quotas.Returned;
import io.partnerhub.coupon.record.OperationRecords;
import io.partnerhub.coupon.record.OperationType;
import io.partnerhub.platform.caller.Caller;
import io.partnerhub.platform.event.Outbox;
import io.partnerhub.platform.money.Money;
import io.partnerhub.platform.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Taking coupons back by hand (REC-01), and what every way of taking them back leaves
 * behind: the money in the quota, a record and an event.
 */
@Service
public class Reclaims {

	private final CouponStore store;

	private final Quotas quotas;

	private final OperationRecords records;

	private final Outbox outbox;

	private final Clock clock;

	Reclaims(CouponStore store, Quotas quotas, OperationRecords records, Outbox outbox, Clock clock) {
		this.store = store;
		this.quotas = quotas;
		this.records = records;
		this.outbox = outbox;
		this.clock = clock;
	}

	/**
	 * The whole balance of one available voucher; the answer names the amount that really
	 * went back (REC-02).
	 */
	@Transactional
	public Money byHand(Caller caller, UUID voucherId, @Nullable String remark) {
		return byHand(caller, voucherId, remark, false);
	}

	/**
	 * As the vendor-compatible face does it: vouchers of advisory customers stay
	 * (REC-05).
	 */
	@Transactional
	public Money byHandOfResale(Caller caller, UUID voucherId) {
		return byHand(caller, voucherId, null, true);
	}

	/** Gives back to the quotas what was left of the coupons, and records it. */
	void book(List<Coupon> coupons, OperationType type, String operator, @Nullable String remark, Instant now) {
		this.quotas.giveBack(Kind.RECLAIMED, Bucket.LIVE,
				coupons.stream().map((coupon) -> new Returned(coupon.quotaId(), coupon.balance())).toList(),
				(coupons.size() == 1) ? coupons.getFirst().id() : null);
		record(coupons, type, operator, remark, now);
	}

	private Money byHand(Caller caller, UUID voucherId, @Nullable String remark, boolean resaleOnly) {
		caller.require(Permission.RECLAIM_VOUCHERS);
		Instant now = this.clock.instant();
		Coupon coupon = lock(caller.owner(), voucherId);
		if (resaleOnly && coupon.holder().associationType() == AssociationType.ADVISORY) {
			throw Problem.badRequest("VOUCHER_OF_ADVISORY_CUSTOMER",
					"Vouchers given to advisory customers cannot be reclaimed here.");
		}
		ReclaimRules.check(coupon, now);
		this.store.reclaim(coupon.id(), now);
		book(List.of(coupon), OperationType.MANUAL_RECLAIM, caller.subject(), remark, now);
		return coupon.balance();
	}

	/** As the end of a link does: first the quota, then the coupon. */
	private Coupon lock(UUID owner, UUID id) {
		this.store.quotaOf(owner, id).ifPresent((quota) -> this.quotas.lockAll(List.of(quota)));
		return this.store.lock(owner, id).orElseThrow(() -> Problem.notFound("VOUCHER_NOT_FOUND", "voucher"));
	}

	private void record(List<Coupon> coupons, OperationType type, String operator, @Nullable String remark,
			Instant now) {
		Coupon first = coupons.getFirst();
		this.records.add(coupons.stream()
			.map((coupon) -> Coupons.record(coupon, type, coupon.balance(), operator, remark, now))
			.toList());
		this.outbox.announce((first.type() == CouponType.VOUCHER) ? vouchers(coupons, first, type)
				: cashCoupons(coupons, first, type));
	}

	private static Event vouchers(List<Coupon> coupons, Coupon first, OperationType type) {
		return new VouchersReclaimed(first.partnerId(), first.ownerPartnerId(), first.customerId(), first.epoch(),
				type.code(),
				coupons.stream()
					.map((each) -> new ReclaimedVoucher(each.id(), each.quotaId(), each.balance().amount()))
					.toList());
	}

	private static Event cashCoupons(List<Coupon> coupons, Coupon first, OperationType type) {
		return new CashCouponsReclaimed(first.partnerId(), first.ownerPartnerId(), first.customerId(), first.epoch(),
				type.code(),
				coupons.stream()
					.map((each) -> new CouponAmount(each.id(), each.quotaId(), each.balance().amount()))
					.toList());
	}

}
