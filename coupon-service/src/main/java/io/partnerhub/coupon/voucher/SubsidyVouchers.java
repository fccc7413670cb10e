package io.partnerhub.coupon.voucher;

import java.util.List;

import io.partnerhub.contracts.CouponEvent.VoucherIssued;
import io.partnerhub.contracts.CouponType;
import io.partnerhub.coupon.coupon.Coupon;
import io.partnerhub.coupon.settings.CouponProperties;
import io.partnerhub.platform.caller.Caller;
import io.partnerhub.platform.event.Outbox;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Vouchers for the white-listed customers of a government-subsidy partner (VOU-08). */
@Service
class SubsidyVouchers {

	private final SubsidyIssues issues;

	private final Outbox outbox;

	private final CouponProperties properties;

	SubsidyVouchers(SubsidyIssues issues, Outbox outbox, CouponProperties properties) {
		this.issues = issues;
		this.outbox = outbox;
		this.properties = properties;
	}

	@Transactional
	List<Coupon> issue(Caller caller, IssueOrder order) {
		IssueRules.checkNotExcluded(caller.partnerType(), this.properties.issue().excludedPartnerTypes());
		List<Coupon> vouchers = this.issues.issue(caller, CouponType.VOUCHER, order, (terms, customer, receiver) -> {
		});
		vouchers.forEach((voucher) -> this.outbox.announce(new VoucherIssued(voucher.partnerId(),
				voucher.ownerPartnerId(), voucher.customerId(), voucher.epoch(), voucher.id(), voucher.quotaId(),
				voucher.face().amount(), voucher.terms().effectiveAt(), voucher.terms().expiresAt())));
		return vouchers;
	}

}
