package io.partnerhub.customer.listing;

import java.util.Locale;

/**
 * What customers can be filtered by (4.9): ids and codes exactly, texts by their
 * beginning or anywhere, whatever their case.
 */
public enum Criterion {

	/** One customer. */
	CUSTOMER_ID("l.customer_id = :customer_id", true),
	/** Some customers; an array of ids. */
	CUSTOMER_IDS("l.customer_id = any(:customer_ids)", false),
	/** 0 not frozen, 1 the account, 2 its resources too. */
	FROZEN("l.frozen = :frozen", true),
	/** Model of the link. */
	ASSOCIATION_TYPE("l.association_type = :association_type", true),
	/** Linked at this time or later. */
	ASSOCIATED_FROM("l.associated_at >= :associated_from", true),
	/** Linked later than this. */
	ASSOCIATED_AFTER("l.associated_at > :associated_after", true),
	/** Linked before this. */
	ASSOCIATED_BEFORE("l.associated_at < :associated_before", true),
	/** The partner's tag, exactly. */
	LABEL("l.label = :label", true),
	/** E-mail, exactly. */
	EMAIL("l.email_key = lower(:email)", true),
	/** Mobile number in its one spelling. */
	MOBILE("l.mobile = :mobile", true),
	/** The account manager. */
	ACCOUNT_MANAGER("l.account_manager_id = :account_manager", true),
	/** Without an account manager; the value says nothing. */
	UNASSIGNED("l.account_manager_id is null", true),
	/** In arrears, or surely not. */
	AVAILABLE_QUOTA("l.available_quota = :available_quota", true),
	/** Beginning of the name. */
	NAME_PREFIX("l.name_key like lower(:name_prefix)", false),
	/** Beginning of the login name. */
	ACCOUNT_PREFIX("l.account_key like lower(:account_prefix)", false),
	/** Anywhere in the name. */
	NAME_INFIX("strpos(l.name_key, lower(:name_infix)) > 0", false),
	/** Anywhere in the login name. */
	ACCOUNT_INFIX("strpos(l.account_key, lower(:account_infix)) > 0", false),
	/** Anywhere in the partner's tag, in this case of letters. */
	LABEL_INFIX("strpos(l.label, :label_infix) > 0", false),
	/** The month that the expenditure is of. */
	EXPENDITURE_MONTH("l.expenditure_month = :expenditure_month", false),
	/** Spent that much or more, in minor units. */
	MIN_EXPENDITURE("l.month_expenditure_minor >= :min_expenditure", false),
	/** Spent that much or less. */
	MAX_EXPENDITURE("l.month_expenditure_minor <= :max_expenditure", false),
	/** A resource expires earlier than this. */
	RESOURCES_EXPIRE_BEFORE("l.resources_expire_at < :resources_expire_before", false);

	/** What can be found by groups of three characters. */
	private static final int GROUP = 3;

	private final String condition;

	private final boolean inOrder;

	Criterion(String condition, boolean inOrder) {
		this.condition = condition;
		this.inOrder = inOrder;
	}

	/** Whether an index yields the matching rows newest first. */
	boolean inOrder() {
		return this.inOrder;
	}

	/** Whether it leaves a few rows as a rule. */
	boolean narrow() {
		return this == CUSTOMER_ID || this == CUSTOMER_IDS || this == LABEL || this == EMAIL || this == MOBILE;
	}

	boolean infix() {
		return this == NAME_INFIX || this == ACCOUNT_INFIX || this == LABEL_INFIX;
	}

	String parameter() {
		return name().toLowerCase(Locale.ROOT);
	}

	String condition(Object value) {
		String text = value.toString();
		boolean indexed = text.codePointCount(0, text.length()) >= GROUP;
		return switch (this) {
			case NAME_INFIX -> indexed ? grouped("name_trigrams", "lower(:name_infix)") : this.condition;
			case ACCOUNT_INFIX -> indexed ? grouped("account_trigrams", "lower(:account_infix)") : this.condition;
			case LABEL_INFIX -> indexed ? grouped("label_trigrams", ":label_infix") : this.condition;
			default -> this.condition;
		};
	}

	private String grouped(String column, String text) {
		return "l." + column + " @> trigrams(" + text + ") and " + this.condition;
	}

}
