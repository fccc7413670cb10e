package io.partnerhub.coupon.cashcoupon;

import java.util.List;

import io.partnerhub.contracts.CouponEvent.CashCouponIssued;
import io.partnerhub.contracts.CouponType;
import io.partnerhub.contracts.Permission;
import io.partnerhub.coupon.coupon.Coupon;
import io.partnerhub.coupon.servicetype.ServiceTypes;
import io.partnerhub.coupon.voucher.IssueOrder;
import io.partnerhub.coupon.voucher.SubsidyIssues;
import io.partnerhub.platform.caller.Caller;
import io.partnerhub.platform.event.Outbox;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Issuing cash coupons (7.5). */
@Service
class CashCoupons {

	private final SubsidyIssues issues;

	private final ServiceTypes serviceTypes;

	private final Outbox outbox;

	CashCoupons(SubsidyIssues issues, ServiceTypes serviceTypes, Outbox outbox) {
		this.issues = issues;
		this.serviceTypes = serviceTypes;
		this.outbox = outbox;
	}

	@Transactional
	List<Coupon> issue(Caller caller, IssueOrder order) {
		CashCouponRules.checkIssuer(caller.require(Permission.ISSUE_VOUCHERS).partnerType());
		this.serviceTypes.requireKnown("/serviceTypes", order.serviceTypes());
		List<Coupon> issued = this.issues.issue(caller, CouponType.CASH_COUPON, order, CashCouponRules::checkReceiver);
		issued.forEach((coupon) -> this.outbox.announce(announced(coupon)));
		return issued;
	}

	private static CashCouponIssued announced(Coupon coupon) {
		return new CashCouponIssued(coupon.partnerId(), coupon.ownerPartnerId(), coupon.customerId(), coupon.epoch(),
				coupon.id(), coupon.quotaId(), coupon.face().amount(), coupon.terms().invoiceToUser(),
				coupon.terms().effectiveAt(), coupon.terms().expiresAt());
	}

}
