package io.partnerhub.coupon.voucher;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import io.partnerhub.contracts.CouponEvent.VoucherIssued;
import io.partnerhub.coupon.coupon.Coupon;
import io.partnerhub.coupon.coupon.Coupons;
import io.partnerhub.coupon.voucher.IssueRules.Decision;
import io.partnerhub.platform.event.Outbox;

/** The outcome of an issue, customer by customer. */
record Issued(IssueCommand command, List<Coupon> vouchers, List<Decision> refused) {

	/** The voucher a customer got. */
	record Served(UUID customerId, UUID voucherId) {
	}

	List<Served> served() {
		return this.vouchers.stream().map((voucher) -> new Served(voucher.customerId(), voucher.id())).toList();
	}

	Coupons.Handout handout() {
		return new Coupons.Handout(this.vouchers, this.command.caller().subject(), this.command.order().remark());
	}

	Stream<Outbox.Fact> facts() {
		return this.vouchers.stream().map((voucher) -> new Outbox.Fact(announced(voucher), this.command.trace()));
	}

	static VoucherIssued announced(Coupon voucher) {
		return new VoucherIssued(voucher.partnerId(), voucher.ownerPartnerId(), voucher.customerId(), voucher.epoch(),
				voucher.id(), voucher.quotaId(), voucher.face().amount(), voucher.terms().effectiveAt(),
				voucher.terms().expiresAt());
	}

}
