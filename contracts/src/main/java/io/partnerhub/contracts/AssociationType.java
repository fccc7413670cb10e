package io.partnerhub.contracts;

/**
 * How a customer deals with the partner (关联类型, ASC-07): RESALE (代售) customers spend what
 * the partner appropriates, ADVISORY (顾问销售) customers pay the vendor.
 */
public enum AssociationType {

	ADVISORY("1"), RESALE("2");

	private final String code;

	AssociationType(String code) {
		this.code = code;
	}

	/** The code of the vendor's open API: "1" advisory, "2" resale. */
	public String code() {
		return this.code;
	}

}
