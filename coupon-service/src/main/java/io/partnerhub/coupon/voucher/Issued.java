package io.partnerhub.coupon.voucher;

import java.util.List;
import java.util.UUID;

import io.partnerhub.coupon.coupon.Coupon;

import io.partnerhub.coupon.voucher.IssueRules.Decision;

/** The outcome of an issue, customer by customer. */
record Issued(List<Coupon> vouchers, List<Decision> refused) {

	/** The voucher a customer got. */
	record Served(UUID customerId, UUID voucherId) {
	}

	List<Served> served() {
		return this.vouchers.stream().map((voucher) -> new Served(voucher.customerId(), voucher.id())).toList();
	}

}
