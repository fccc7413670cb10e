package io.partnerhub.customer.association;

import java.util.Map;
import java.util.UUID;

import io.partnerhub.contracts.AssociationType;
import io.partnerhub.contracts.CustomerEvent.CustomerAssociated;
import io.partnerhub.contracts.CustomerEvent.CustomerDisassociated;
import io.partnerhub.contracts.CustomerEvent.CustomerFrozen;
import io.partnerhub.contracts.CustomerEvent.FreezeType;
import io.partnerhub.customer.Partner;
import io.partnerhub.platform.testkit.HubClient.Answer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.test.context.TestPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/** The markets where a resale customer waits for his first budget (BUD-06). */
@Tag("ASC-05")
@Tag("BUD-06")
@Tag("FRZ-01")
@TestPropertySource(properties = "partnerhub.associations.frozen-until-budget=true")
class FrozenUntilBudgetTests extends AssociationScenario {

	@Test
	void freezesTheAccountOfAResaleCustomer() {
		Partner partner = partner();
		UUID customer = customerOf(partner, AssociationType.RESALE);
		assertThat(this.announced.next()).satisfiesExactly(
				(event) -> assertThat(event).isInstanceOf(CustomerAssociated.class),
				(event) -> assertThat(event).isEqualTo(new CustomerFrozen(partner.tenant(), partner.id(), customer, 1,
						FreezeType.ACCOUNT, "NO_BUDGET", "system")));
		assertThat(frozen(customer)).isEqualTo(1);
	}

	@Test
	void leavesAnAdvisoryCustomerAlone() {
		UUID customer = customerOf(partner(), AssociationType.ADVISORY);
		assertThat(this.announced.next()).singleElement().isInstanceOf(CustomerAssociated.class);
		assertThat(frozen(customer)).isZero();
	}

	@Test
	@Tag("DIS-05")
	@Tag("FRZ-03")
	void letsOneGoWhomOnlyTheRuleHasFrozen() {
		Partner partner = partner();
		UUID customer = customerOf(partner, AssociationType.RESALE);
		end(partner, customer);
		assertThat(this.announced.next(CustomerDisassociated.class)).singleElement()
			.extracting(CustomerDisassociated::customerId)
			.isEqualTo(customer);
	}

	@ParameterizedTest
	@Tag("DIS-05")
	@Tag("FRZ-03")
	@CsvSource({ "Unusual traffic", "UNKNOWN" })
	void keepsOneWhomAPersonHasFrozen(String reason) {
		Partner partner = partner();
		UUID customer = customerOf(partner, AssociationType.RESALE);
		this.jdbc.sql("update customer set freeze_reason = :reason where id = :id")
			.param("id", customer)
			.param("reason", reason)
			.update();
		Answer refused = this.client.as(partner.admin())
			.post("/api/v1/disassociations", Map.of("customerId", customer, "reason", "over", "understood", true))
			.refused(409, "DISASSOCIATION_CHECK_FAILED");
		assertThat(codes(refused, "FAILED")).containsExactly("MANUALLY_FROZEN");
	}

	private int frozen(UUID customer) {
		return this.jdbc.sql("select frozen from customer where id = :id")
			.param("id", customer)
			.query(Integer.class)
			.single();
	}

}
