package io.partnerhub.coupon.voucher;

import io.partnerhub.contracts.PartnerType;
import io.partnerhub.platform.caller.Caller;
import org.jspecify.annotations.Nullable;

/**
 * An order and who gives it.
 *
 * @param partly who can be served is served, as on the vendor-compatible face; otherwise
 * all or nobody (VOU-04)
 * @param proof of a verification code (VOU-10)
 * @param trace names the request in what is announced
 */
record IssueCommand(Caller caller, IssueOrder order, boolean partly, @Nullable String proof, @Nullable String trace) {

	/** Whose customers are those on its white-list (VOU-08). */
	boolean ofSubsidyPartner() {
		return this.caller.partnerType() == PartnerType.GOVERNMENT_SUBSIDY;
	}

}
