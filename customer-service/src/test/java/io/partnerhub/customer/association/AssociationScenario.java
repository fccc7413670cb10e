package io.partnerhub.customer.association;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.partnerhub.contracts.AssociationType;
import io.partnerhub.customer.CustomerScenario;
import io.partnerhub.customer.Partner;
import io.partnerhub.customer.fact.Flag;
import io.partnerhub.platform.caller.Caller;
import io.partnerhub.platform.testkit.HubClient.Answer;

/** What the vendor tells, and what the checks then say. */
abstract class AssociationScenario extends CustomerScenario {

	protected static Map<String, Object> yes(Flag... flags) {
		Map<Flag, Boolean> told = new HashMap<>();
		List.of(flags).forEach((flag) -> told.put(flag, true));
		return Map.of("flags", told);
	}

	/** Ends whatever link the customer has, by request and consent. */
	protected void end(Partner partner, UUID customer) {
		String id = this.client.as(partner.admin())
			.post("/api/v1/disassociations", Map.of("customerId", customer, "reason", "over", "understood", true))
			.expect(201)
			.text("/id");
		this.client.as(Caller.customer("li", customer))
			.post("/api/v1/disassociations/" + id + "/consent", "")
			.expect(200);
	}

	/** A customer the hub knows, who has no partner any more. */
	protected UUID formerCustomer() {
		Partner partner = partner();
		UUID customer = customerOf(partner, AssociationType.ADVISORY);
		end(partner, customer);
		this.announced.next();
		return customer;
	}

	protected String accountOf(UUID customer) {
		return this.jdbc.sql("select account_name from customer where id = :id")
			.param("id", customer)
			.query(String.class)
			.single();
	}

	protected static List<String> codes(Answer answer, String state) {
		return answer.json()
			.at("/checks")
			.valueStream()
			.filter((check) -> check.at("/state").asString().equals(state))
			.map((check) -> check.at("/code").asString())
			.toList();
	}

}
