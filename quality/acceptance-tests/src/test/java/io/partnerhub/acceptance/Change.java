package io.partnerhub.acceptance;

import java.util.HashMap;
import java.util.Map;

import io.partnerhub.platform.testkit.HubClient.Answer;

import static org.awaitility.Awaitility.await;

/** A request of the partner to change the model of a relation or to move the customer. */
record Change(Relation relation, String path, String id) {

	static Map<String, Object> wish(Relation relation) {
		return Map.of("customerId", relation.customerId(), "reason", "Agreed by phone.", "understood", true);
	}

	static Change ofModel(Relation relation) {
		return ask(relation, "/api/v1/model-switches", wish(relation));
	}

	static Change ofPartner(Relation relation, String toPartnerId) {
		Map<String, Object> wish = new HashMap<>(wish(relation));
		wish.put("toPartnerId", toPartnerId);
		return ask(relation, "/api/v1/transfers", wish);
	}

	Change consent() {
		this.relation.customer().post(this.path + "/" + this.id + "/consent", Map.of()).expect(200);
		return this;
	}

	Answer awaitDone() {
		await().atMost(Relation.PATIENCE.multipliedBy(2)).until(() -> show().text("/state").equals("DONE"));
		return show();
	}

	private static Change ask(Relation relation, String path, Map<String, Object> wish) {
		return new Change(relation, path, relation.partner().post(path, wish).expect(201).text("/id"));
	}

	private Answer show() {
		return this.relation.partner().get(this.path + "/" + this.id);
	}

}
