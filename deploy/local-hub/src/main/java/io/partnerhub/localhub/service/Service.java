package io.partnerhub.localhub.service;

import java.util.Arrays;
import java.util.List;

/** The processes that make up the hub: five services and the gateway before them. */
public enum Service {

	GATEWAY("gateway", "gateway", "io.partnerhub.gateway.Gateway"),

	CUSTOMER("customer-service", "customer", "io.partnerhub.customer.CustomerService"),

	COUPON("coupon-service", "coupon", "io.partnerhub.coupon.CouponService"),

	OPPORTUNITY("opportunity-service", "opportunity", "io.partnerhub.opportunity.OpportunityService"),

	BILLING("billing-service", "billing", "io.partnerhub.billing.BillingService"),

	PROGRAM("partner-program-service", "program", "io.partnerhub.program.PartnerProgramService");

	private final String title;

	private final String database;

	private final String mainClass;

	Service(String title, String database, String mainClass) {
		this.title = title;
		this.database = database;
		this.mainClass = mainClass;
	}

	public static List<String> titles() {
		return Arrays.stream(values()).map(Service::title).toList();
	}

	public static List<String> databases() {
		return Arrays.stream(values()).map(Service::database).toList();
	}

	/** The name it goes by: of its module, its process and its key. */
	public String title() {
		return this.title;
	}

	/** The name of its database, and the key of its address in the others' settings. */
	public String database() {
		return this.database;
	}

	String mainClass() {
		return this.mainClass;
	}

}
