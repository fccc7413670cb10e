package io.partnerhub.coupon.delegation;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.partnerhub.contracts.AssociationType;
import io.partnerhub.coupon.A;
import io.partnerhub.platform.Ids;
import io.partnerhub.platform.caller.Caller;
import io.partnerhub.platform.testkit.Hears;
import io.partnerhub.platform.testkit.HubClient;

/** A distributor with a quota of 100.00, and a reseller with a customer. */
record Tree(HubClient client, Hears hears, A.Partner distributor, A.Partner reseller, UUID customer, String quota) {

	static Tree planted(HubClient client, Hears hears) {
		A.Partner distributor = A.partner();
		A.Partner reseller = A.resellerOf(distributor);
		UUID customer = Ids.next();
		hears.event(distributor.registered());
		hears.event(reseller.registered());
		hears.event(reseller.linked(customer, 1, AssociationType.RESALE));
		return new Tree(client, hears, distributor, reseller, customer,
				client.as(Caller.vendor("operator"))
					.post("/api/v1/vendor/voucher-quotas", A.grant(distributor, "100.00"))
					.expect(201)
					.text("/id"));
	}

	A.Partner anotherReseller() {
		A.Partner another = A.resellerOf(this.distributor);
		this.hears.event(another.registered());
		return another;
	}

	HubClient.As admin() {
		return this.client.as(this.distributor.administrator());
	}

	HubClient.As key() {
		return this.client.as(this.distributor.key());
	}

	HubClient.As resellers() {
		return this.client.as(this.reseller.administrator());
	}

	HubClient.Answer pass(String amount, UUID... resellers) {
		return admin().post("/api/v1/reseller-quotas",
				Map.of("quotaId", this.quota, "resellerIds", List.of(resellers), "amount", A.money(amount)));
	}

	/** The reseller's new quota. */
	String passed(String amount) {
		return pass(amount, this.reseller.id()).expect(201).text("/quotas/0/id");
	}

	/** The new voucher of the reseller's customer. */
	String issued(String resellerQuota, String face) {
		return resellers().post("/api/v1/vouchers", A.issue(resellerQuota, face, this.customer))
			.expect(201)
			.text("/vouchers/0/id");
	}

	HubClient.Answer reclaim(String resellerQuota) {
		return reclaim(resellerQuota, Map.of("remark", "moves on"));
	}

	HubClient.Answer reclaim(String resellerQuota, Object wish) {
		return admin().post("/api/v1/reseller-quotas/" + resellerQuota + "/reclamation", wish);
	}

	/** Parts of the distributor's quota. */
	String part(String name) {
		return admin().get("/api/v1/voucher-quotas/" + this.quota).expect(200).text("/" + name + "/amount");
	}

}
