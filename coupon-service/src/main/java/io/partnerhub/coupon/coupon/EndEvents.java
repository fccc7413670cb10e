package io.partnerhub.coupon.coupon;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import io.partnerhub.contracts.CouponEvent;
import io.partnerhub.contracts.CouponEvent.CashCouponsReclaimed;
import io.partnerhub.contracts.CouponEvent.CouponAmount;
import io.partnerhub.contracts.CouponEvent.CouponsExpired;
import io.partnerhub.contracts.CouponEvent.ReclaimedVoucher;
import io.partnerhub.contracts.CouponEvent.VouchersReclaimed;
import io.partnerhub.contracts.CouponType;
import io.partnerhub.coupon.coupon.Taken.Group;
import io.partnerhub.coupon.record.OperationType;

/**
 * How it is announced that coupons went back: one event for each customer, issuer and
 * type.
 */
final class EndEvents {

	private EndEvents() {
	}

	static List<CouponEvent> of(List<Taken> taken, OperationType operation) {
		Map<Group, List<Taken>> groups = taken.stream()
			.collect(Collectors.groupingBy(Taken::group, LinkedHashMap::new, Collectors.toList()));
		return groups.entrySet().stream().map((group) -> event(group.getKey(), group.getValue(), operation)).toList();
	}

	private static CouponEvent event(Group group, List<Taken> taken, OperationType operation) {
		if (operation == OperationType.RECLAIM_ON_EXPIRY) {
			return new CouponsExpired(group.partnerId(), group.ownerPartnerId(), group.customerId(), group.type(),
					amounts(taken));
		}
		if (group.type() == CouponType.CASH_COUPON) {
			return new CashCouponsReclaimed(group.partnerId(), group.ownerPartnerId(), group.customerId(),
					group.epoch(), operation.code(), amounts(taken));
		}
		return new VouchersReclaimed(group.partnerId(), group.ownerPartnerId(), group.customerId(), group.epoch(),
				operation.code(), taken.stream().map(EndEvents::voucher).toList());
	}

	private static List<CouponAmount> amounts(List<Taken> taken) {
		return taken.stream()
			.map((each) -> new CouponAmount(each.couponId(), each.quotaId(), each.amount().amount()))
			.toList();
	}

	private static ReclaimedVoucher voucher(Taken taken) {
		return new ReclaimedVoucher(taken.couponId(), taken.quotaId(), taken.amount().amount());
	}

}
