package io.partnerhub.customer.fact;

/**
 * Yes-or-no facts of an account that the checks of chapter 4 ask for (PRE-04, PRE-05,
 * ASC-02, ASC-03, DIS-05).
 */
public enum Flag {

	/** Registered on the vendor's other site. */
	OTHER_SITE,
	/** User of the consumer cloud. */
	CONSUMER_CLOUD_USER,
	/** Has a signed contract with the vendor. */
	SIGNED_CONTRACT,
	/** Has consumed for cash. */
	CASH_CONSUMPTION,
	/** A team of the vendor's direct sales follows it. */
	DIRECT_SALES_FOLLOWED,
	/** Member with unified accounting (财务托管). */
	UNIFIED_ACCOUNTING_MEMBER,
	/** Joined the reward promotion plan. */
	REWARD_PROMOTION,
	/** Pre-registered by the vendor itself. */
	VENDOR_PRE_REGISTERED,
	/** Belongs to the on-line sales team. */
	ONLINE_SALES_TEAM,
	/** Belongs to an authorised sales support centre. */
	SALES_SUPPORT_CENTRE,
	/** Is a partner itself, or applying to become one. */
	PARTNER_OR_APPLICANT,
	/** In a government-subsidy programme. */
	GOVERNMENT_SUBSIDY,
	/** The vendor's own account. */
	INTERNAL_ACCOUNT,
	/** Under a special contract, settled off-line. */
	SPECIAL_CONTRACT,
	/** Owes money. */
	ARREARS,
	/** Under a designated contract. */
	DESIGNATED_CONTRACT,
	/** Holds a valid reserved instance. */
	RESERVED_INSTANCE,
	/** Owes an invoice. */
	OWED_INVOICE,
	/** Holds an unused stored-value card. */
	STORED_VALUE_CARD,
	/** Enterprise master with members of independent accounting. */
	MASTER_WITH_INDEPENDENT_MEMBERS,
	/** Member with independent accounting (非财务托管). */
	INDEPENDENT_MEMBER,
	/** Has an unused top-up bonus balance. */
	TOP_UP_BONUS,
	/** Buys on credit. */
	CREDIT_ACCOUNT,
	/** Has a valid support plan, its own or the partner's, also of unified members. */
	SUPPORT_PLAN,
	/** Member of an enterprise: its master must act. */
	ENTERPRISE_MEMBER

}
