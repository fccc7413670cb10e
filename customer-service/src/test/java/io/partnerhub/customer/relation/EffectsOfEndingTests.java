package io.partnerhub.customer.relation;

import java.util.UUID;

import io.partnerhub.contracts.AssociationType;
import io.partnerhub.customer.Partner;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What the end of a link and the beginning of the next do to the customer's grace period,
 * and that lists and records know at once.
 */
class EffectsOfEndingTests extends RelationScenario {

	@ParameterizedTest
	@Tag("DIS-09")
	@Tag("DIS-10")
	@CsvSource({ "ADVISORY, /api/v1/disassociations, 7, DISASSOCIATE",
			"RESALE, /api/v1/disassociations, 7, DISASSOCIATE", "ADVISORY, /api/v1/model-switches, 1, SWITCH",
			"RESALE, /api/v1/model-switches, 1, SWITCH" })
	void raisesTheGracePeriodAndRecordsTheChange(AssociationType type, String path, int days, String kind) {
		Partner partner = partner();
		UUID customer = UUID
			.fromString(accept(somebody(), invite(partner.admin(), type)).expect(201).text("/customerId"));
		String id = start(partner.admin(), path, customer).expect(201).text("/id");
		consent(self(customer), path, id).expect(200);
		assertThat(this.jdbc.sql("select grace_days from customer where id = :id")
			.param("id", customer)
			.query(Integer.class)
			.single()).isEqualTo(days);
		assertThat(this.client.as(partner.admin())
			.get("/api/v1/association-records?customerId=" + customer + "&kind=" + kind)
			.text("/items/0/id")).isEqualTo(id);
		assertThat(this.client.as(partner.admin()).get("/api/v1/customers?customerId=" + customer).json().at("/items"))
			.hasSize(kind.equals("SWITCH") ? 1 : 0);
	}

}
