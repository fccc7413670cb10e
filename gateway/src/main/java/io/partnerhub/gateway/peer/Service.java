package io.partnerhub.gateway.peer;

/** The five services; the process name is the audience of their tokens. */
public enum Service {

	CUSTOMER("customer-service"), COUPON("coupon-service"), OPPORTUNITY("opportunity-service"),
	BILLING("billing-service"), PROGRAM("partner-program-service");

	private final String processName;

	Service(String processName) {
		this.processName = processName;
	}

	public String processName() {
		return this.processName;
	}

}
