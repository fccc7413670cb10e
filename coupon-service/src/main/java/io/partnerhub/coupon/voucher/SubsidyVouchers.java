package io.partnerhub.coupon.voucher;

import java.util.List;

import io.partnerhub.contracts.CouponType;
import io.partnerhub.contracts.CriticalOperation;
import io.partnerhub.contracts.Permission;
import io.partnerhub.coupon.coupon.Coupon;
import io.partnerhub.coupon.settings.CouponProperties;
import io.partnerhub.coupon.servicetype.ServiceTypes;
import io.partnerhub.platform.caller.Caller;
import io.partnerhub.platform.event.Outbox;
import io.partnerhub.platform.proof.Proofs;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Vouchers for the white-listed customers of a government-subsidy partner (VOU-08). */
@Service
class SubsidyVouchers {

	private final SubsidyIssues issues;

	private final Outbox outbox;

	private final ServiceTypes serviceTypes;

	private final Proofs proofs;

	private final CouponProperties properties;

	SubsidyVouchers(SubsidyIssues issues, Outbox outbox, ServiceTypes serviceTypes, Proofs proofs,
			CouponProperties properties) {
		this.issues = issues;
		this.outbox = outbox;
		this.serviceTypes = serviceTypes;
		this.proofs = proofs;
		this.properties = properties;
	}

	@Transactional
	Issued issue(IssueCommand command) {
		Caller caller = command.caller().require(Permission.ISSUE_VOUCHERS);
		IssueOrder order = command.order();
		this.proofs.whenSwitchedOn(caller, CriticalOperation.ISSUE_VOUCHER, command.proof());
		this.serviceTypes.requireKnown("/serviceTypes", order.serviceTypes());
		IssueRules.checkNotExcluded(caller.partnerType(), this.properties.issue().excludedPartnerTypes());
		List<Coupon> vouchers = this.issues.issue(caller, CouponType.VOUCHER, order, (terms, customer, receiver) -> {
		});
		Issued issued = new Issued(command, vouchers, List.of());
		this.outbox.announceAll(issued.facts().toList());
		return issued;
	}

}
