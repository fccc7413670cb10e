package io.partnerhub.customer.relation;

import java.util.List;

/**
 * What a request wants of a link: its end, another model (DIS-06), or another partner of
 * the same distributor (DIS-14). All three end the present link once the other side
 * agrees.
 */
public enum RequestKind {

	/** 解除关联. */
	DISASSOCIATION,
	/** 切换关联类型. */
	MODEL_SWITCH,
	/** 云经销商转移. */
	TRANSFER;

	/** Whether it takes one of the side's starts within the window (DIS-03). */
	boolean counted() {
		return this != TRANSFER;
	}

	/**
	 * Who has to settle what once the link has ended; opportunities outlive a change of
	 * the model, as the partner stays.
	 */
	List<Step.Kind> steps() {
		return (this == MODEL_SWITCH) ? List.of(Step.Kind.COUPON, Step.Kind.BILLING)
				: List.of(Step.Kind.COUPON, Step.Kind.BILLING, Step.Kind.OPPORTUNITY);
	}

}
