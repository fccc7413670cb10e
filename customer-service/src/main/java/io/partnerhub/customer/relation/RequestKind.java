package io.partnerhub.customer.relation;

import java.util.List;

/**
 * What a request wants of a link: its end, another model (DIS-06), or another partner of
 * the same distributor (DIS-14). All three end the present link once the other side
 * agrees.
 */
public enum RequestKind {

	/** 解除关联. */
	DISASSOCIATION("disassociations"),
	/** 切换关联类型. */
	MODEL_SWITCH("model-switches"),
	/** 云经销商转移. */
	TRANSFER("transfers");

	private final String resource;

	RequestKind(String resource) {
		this.resource = resource;
	}

	/** As requests of this kind are called in paths and records. */
	String resource() {
		return this.resource;
	}

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
