package io.partnerhub.billing.order;

import java.util.Optional;
import java.util.stream.Stream;

/** What an order is about (8.3), with its number on the vendor's face. */
public enum OrderType {

	NEW(1), RENEWAL(2), CHANGE(3), UNSUBSCRIPTION(4), TO_PAY_PER_USE(10), TO_SUBSCRIPTION(11), TRIAL(13),
	TRIAL_TO_COMMERCIAL(14), FEE_ADJUSTMENT(15);

	private final int code;

	OrderType(int code) {
		this.code = code;
	}

	public int code() {
		return this.code;
	}

	/** Whether its amount may be below zero, because something is given back. */
	public boolean mayGiveBack() {
		return this == CHANGE || this == UNSUBSCRIPTION || this == TO_PAY_PER_USE || this == FEE_ADJUSTMENT;
	}

	/**
	 * Whether it is one of the one-time payments that a partner can be asked for
	 * (ORD-06).
	 */
	public boolean isPayableOnBehalf() {
		return this == NEW || this == CHANGE || this == RENEWAL || this == TO_SUBSCRIPTION;
	}

	static Optional<OrderType> of(int code) {
		return Stream.of(values()).filter((type) -> type.code == code).findAny();
	}

}
