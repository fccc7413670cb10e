package io.partnerhub.customer.check;

import java.util.List;
import java.util.UUID;

import io.partnerhub.platform.remote.Remote;
import org.springframework.stereotype.Service;

/**
 * What a customer's money says: arrears, a credit account, unfinished orders. Without
 * billing's answer it is 503.
 */
@Service
public class BillingChecks {

	private static final String BILLING = "billing-service";

	private final BillingQuestions billing;

	private final Remote remote;

	BillingChecks(BillingQuestions billing, Remote remote) {
		this.billing = billing;
		this.remote = remote;
	}

	/** What stands in the way of a link with the partner. */
	public List<Check> beforeLink(UUID customerId, UUID owner) {
		return this.remote.ask(BILLING, () -> this.billing.beforeLink(customerId, owner)).found();
	}

	/** What stands in the way of the end of the link with the partner. */
	public List<Check> beforeEnd(UUID customerId, UUID owner) {
		return this.remote.ask(BILLING, () -> this.billing.beforeEnd(customerId, owner)).found();
	}

}
