package io.partnerhub.coupon.coupon;

import java.util.ArrayList;
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
 * How it is announced that coupons went back: events for each customer, issuer and type,
 * none of more than a number of coupons.
 */
final class EndEvents {

	private EndEvents() {
	}

	static List<CouponEvent> of(List<Taken> taken, OperationType operation, int atMost) {
		Map<Group, List<Taken>> groups = taken.stream()
			.collect(Collectors.groupingBy(Taken::group, LinkedHashMap::new, Collectors.toList()));
		List<CouponEvent> events = new ArrayList<>();
		groups.forEach((group, coupons) -> {
			for (int from = 0; from < coupons.size(); from += atMost) {
				int to = Math.min(from + atMost, coupons.size());
				events.add(event(group, coupons.subList(from, to), operation));
			}
		});
		return events;
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
