package io.partnerhub.customer.preregistration;

import io.partnerhub.customer.fact.Flag;
import org.jspecify.annotations.Nullable;

/** Why the vendor reviews a pre-registration before it counts (PRE-05). */
public enum ReviewReason {

	/** The account is older than 7 days. */
	ACCOUNT_TOO_OLD(null),
	/** Has consumed for cash and is followed by direct sales (C15). */
	CASH_CONSUMPTION_FOLLOWED(null),
	/**
	 * Has consumed for cash and is followed by nobody, where that is no refusal (C15).
	 */
	CASH_CONSUMPTION_NOT_FOLLOWED(null),
	/** The vendor has pre-registered him itself. */
	VENDOR_PRE_REGISTERED(Flag.VENDOR_PRE_REGISTERED),
	/** Belongs to the on-line sales team. */
	ONLINE_SALES_TEAM(Flag.ONLINE_SALES_TEAM),
	/** Belongs to an authorised sales support centre. */
	SALES_SUPPORT_CENTRE(Flag.SALES_SUPPORT_CENTRE),
	/** In another country than the partner (INTL, EU). */
	FOREIGN_COUNTRY(null),
	/** The vendor has not told enough about the account (CUS-02). */
	FACTS_UNKNOWN(null);

	private final @Nullable Flag flag;

	ReviewReason(@Nullable Flag flag) {
		this.flag = flag;
	}

	/** The fact that alone is the reason, if there is one. */
	@Nullable Flag flag() {
		return this.flag;
	}

}
