package io.partnerhub.billing.payonbehalf;

import java.util.Map;
import java.util.UUID;

import io.partnerhub.billing.Ordering;
import io.partnerhub.billing.Partner;
import io.partnerhub.platform.caller.Caller;
import io.partnerhub.platform.testkit.HubClient;
import io.partnerhub.platform.testkit.HubClient.Answer;

/** What customers and partners do with orders. */
final class Counter {

	private final HubClient client;

	private final Ordering ordering;

	Counter(HubClient client) {
		this.client = client;
		this.ordering = new Ordering(client);
	}

	/** The number of an order the customer has asked to be paid. */
	String requested(UUID customer, String amount) {
		String number = this.ordering.pending(customer, amount);
		request(customer, number).expect(204);
		return number;
	}

	Answer request(UUID customer, String number) {
		return as(customer).post("/api/v1/my/orders/" + number + "/payment-request", "");
	}

	Answer cancel(UUID customer, String number) {
		return as(customer).post("/api/v1/my/orders/" + number + "/cancellation", "");
	}

	Answer payOwn(UUID customer, String number, Object choice) {
		return as(customer).post("/api/v1/my/orders/" + number + "/payment", choice);
	}

	Answer pay(Partner partner, String number) {
		return pay(this.client.as(partner.admin()), number, Map.of());
	}

	Answer pay(HubClient.As payer, String number, Object choice) {
		return payer.post("/api/v1/orders/" + number + "/payment", choice);
	}

	Answer reject(Partner partner, String number, String reason) {
		return this.client.as(partner.admin())
			.post("/api/v1/orders/" + number + "/rejection", Map.of("reason", reason));
	}

	/** What the partner's list says of the order and of the request. */
	String states(Partner partner, String number) {
		Answer order = this.client.as(partner.admin()).get("/api/v1/orders/" + number).expect(200);
		return order.text("/order/status") + " " + order.text("/order/payOnBehalf/state");
	}

	HubClient.As as(UUID customer) {
		return this.client.as(Caller.customer("huabei", customer));
	}

}
