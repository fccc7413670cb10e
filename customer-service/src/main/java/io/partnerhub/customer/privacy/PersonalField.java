package io.partnerhub.customer.privacy;

import java.util.Arrays;
import java.util.Optional;

import io.partnerhub.platform.privacy.Masks;

/** The columns with personal data, each with its mask. */
public enum PersonalField {

	/** Name of the customer. */
	CUSTOMER_NAME("customerName"),
	/** Name of the person to talk to. */
	CONTACT_NAME("contactName"),
	/** E-mail address. */
	EMAIL("email"),
	/** Mobile number. */
	MOBILE("mobile"),
	/** Name of the account manager (客户经理). */
	ACCOUNT_MANAGER("accountManager"),
	/** Where a mail went. */
	SENT_TO("sentTo"),
	/** Login name a customer agreed with. */
	LOGIN("login"),
	/** Internet address he agreed from. */
	ADDRESS("address"),
	/** Login name of who asked. */
	CREATED_BY("createdBy"),
	/** Login name of who answered. */
	DECIDED_BY("decidedBy");

	private final String column;

	PersonalField(String column) {
		this.column = column;
	}

	/** As it is called in answers and in {@code ?reveal=}. */
	public String column() {
		return this.column;
	}

	public String hide(String value) {
		return switch (this) {
			case CUSTOMER_NAME, CONTACT_NAME, ACCOUNT_MANAGER, LOGIN, CREATED_BY, DECIDED_BY -> Masks.name(value);
			case EMAIL, SENT_TO -> Masks.email(value);
			case MOBILE -> Masks.mobile(value);
			case ADDRESS -> Masks.address(value);
		};
	}

	static Optional<PersonalField> named(String column) {
		return Arrays.stream(values()).filter((field) -> field.column.equals(column)).findFirst();
	}

}
