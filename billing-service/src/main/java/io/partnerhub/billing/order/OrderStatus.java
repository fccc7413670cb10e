package io.partnerhub.billing.order;

import java.util.Optional;
import java.util.stream.Stream;

/** Where an order stands (8.3), with its number on the vendor's face. */
public enum OrderStatus {

	REVIEW(1), REFUND_PENDING(2), PROCESSING(3), CANCELLED(4), COMPLETED(5), PENDING_PAYMENT(6),
	PENDING_CONFIRMATION(9), PENDING_SHIPMENT(10), PENDING_RECEIPT(11), PENDING_PICKUP(12), REPLACING(13);

	private final int code;

	OrderStatus(int code) {
		this.code = code;
	}

	public int code() {
		return this.code;
	}

	/** Whether an order that stands there has been paid. */
	public boolean isPaid() {
		return this != REVIEW && this != CANCELLED && this != PENDING_PAYMENT;
	}

	static Optional<OrderStatus> of(int code) {
		return Stream.of(values()).filter((status) -> status.code == code).findAny();
	}

}
