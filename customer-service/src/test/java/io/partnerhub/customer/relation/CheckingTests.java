package io.partnerhub.customer.relation;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.partnerhub.contracts.CustomerEvent;
import io.partnerhub.contracts.AssociationType;
import io.partnerhub.contracts.CustomerEvent.DisassociationRequested;
import io.partnerhub.contracts.PartnerStatus;
import io.partnerhub.customer.Partner;
import io.partnerhub.platform.testkit.HubClient.Answer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class CheckingTests extends RelationScenario {

	private Partner partner;

	private UUID customer;

	@BeforeEach
	void associate() {
		this.partner = partner();
		this.customer = customerOf(this.partner, AssociationType.RESALE);
		this.announced.next();
	}

	@Test
	@Tag("DIS-05")
	void returnsEveryBlockAtOnceWithItsRemedy() {
		billing.finds("ORDERS_UNPAID", "orders", "2");
		this.hears.event(this.partner.became(PartnerStatus.FROZEN));
		this.jdbc.sql("update customer set frozen = 1, freeze_reason = 'risk' where id = :id")
			.param("id", this.customer)
			.update();
		vendorTells(this.customer, Map.of("ARREARS", true, "RESERVED_INSTANCE", true, "SUPPORT_PLAN", true,
				"SPECIAL_CONTRACT", true, "ENTERPRISE_MEMBER", true, "MASTER_WITH_INDEPENDENT_MEMBERS", true));
		Answer refused = start(this.partner.admin(), ENDS, this.customer).refused(409, "DISASSOCIATION_CHECK_FAILED");
		assertThat(refused.json().at("/checks").valueStream().map((check) -> check.at("/code").asString()))
			.containsExactlyInAnyOrder("PARTNER_FROZEN", "MANUALLY_FROZEN", "IS_DEBT", "ORDERS_UNPAID",
					"RESERVED_INSTANCE", "SUPPORT_PLAN", "SPECIAL_CONTRACT", "ENTERPRISE_MEMBER",
					"MASTER_WITH_INDEPENDENT_MEMBERS");
		assertThat(refused.json().at("/checks"))
			.allSatisfy((check) -> assertThat(check.at("/remedy").asString("")).isNotBlank());
		assertThat(found(refused, "ORDERS_UNPAID").at("/facts/orders").asString()).isEqualTo("2");
		assertThat(this.announced.next(CustomerEvent.class)).isEmpty();
	}

	@Test
	@Tag("DIS-05")
	@Tag("CUS-02")
	void neitherPassesNorBlocksOnWhatNobodyHasTold() {
		vendorTells(this.customer, Map.of("ARREARS", false, "RESERVED_INSTANCE", false));
		Answer checks = this.client.as(this.partner.admin())
			.get("/api/v1/customers/" + this.customer + "/disassociation-checks")
			.expect(200);
		assertThat(state(checks, "RESERVED_INSTANCE")).isEqualTo("PASSED");
		assertThat(state(checks, "IS_DEBT")).isEqualTo("PASSED");
		assertThat(state(checks, "SUPPORT_PLAN")).isEqualTo("UNKNOWN");
		assertThat(found(checks, "SUPPORT_PLAN").at("/remedy").asString()).contains("vendor");
		assertThat(checks.json().at("/startable").asBoolean()).isTrue();
		Answer request = start(this.partner.admin(), ENDS, this.customer).expect(201);
		assertThat(request.json().at("/unknownChecks").valueStream().map((code) -> code.asString()))
			.containsExactlyInAnyOrder("SUPPORT_PLAN", "SPECIAL_CONTRACT", "ENTERPRISE_MEMBER",
					"MASTER_WITH_INDEPENDENT_MEMBERS");
		this.clock.advance(Duration.ofHours(1));
		vendorTells(this.customer, Map.of("SUPPORT_PLAN", false, "SPECIAL_CONTRACT", false, "ENTERPRISE_MEMBER", false,
				"MASTER_WITH_INDEPENDENT_MEMBERS", false));
		Answer agreed = consent(self(this.customer), ENDS, request.text("/id")).expect(200);
		assertThat(agreed.json().at("/unknownChecks")).isEmpty();
	}

	@Test
	@Tag("DIS-02")
	@Tag("DIS-03")
	void showsBeforehandThatAnEarlierRequestStandsInTheWay() {
		assertThat(checks("disassociation-checks").json().at("/startable").asBoolean()).isTrue();
		String id = start(this.partner.admin(), ENDS, this.customer).expect(201).text("/id");
		Answer pending = checks("disassociation-checks");
		assertThat(pending.json().at("/startable").asBoolean()).isFalse();
		assertThat(found(pending, "DISASSOCIATION_PENDING").at("/facts/disassociationId").asString()).isEqualTo(id);
		this.client.as(self(this.customer)).post(ENDS + "/" + id + "/refusal", Map.of("reason", "No.")).expect(200);
		Answer refused = start(this.partner.admin(), ENDS, this.customer).refused(409, "DISASSOCIATION_TOO_OFTEN");
		Answer tooOften = checks("model-switch-checks");
		assertThat(tooOften.json().at("/startable").asBoolean()).isFalse();
		assertThat(state(tooOften, "DISASSOCIATION_PENDING")).isEqualTo("PASSED");
		assertThat(found(tooOften, "DISASSOCIATION_TOO_OFTEN").at("/facts/nextAllowedAt").asString())
			.isEqualTo(refused.text("/nextAllowedAt"));
		assertThat(found(tooOften, "DISASSOCIATION_TOO_OFTEN").at("/remedy").asString()).isNotBlank();
	}

	@Test
	@Tag("DIS-05")
	void findsArrearsWhereverTheyAreKnown() {
		vendorTells(this.customer, Map.of("ARREARS", false));
		billing.finds("IS_DEBT", "arrears", "12.30");
		Answer refused = start(this.partner.admin(), ENDS, this.customer).refused(409, "DISASSOCIATION_CHECK_FAILED");
		assertThat(found(refused, "IS_DEBT").at("/facts/arrears").asString()).isEqualTo("12.30");
		billing.passes();
		this.clock.advance(Duration.ofSeconds(1));
		vendorTells(this.customer, Map.of("ARREARS", true));
		assertThat(state(start(this.partner.admin(), ENDS, this.customer).refused(409, "DISASSOCIATION_CHECK_FAILED"),
				"IS_DEBT"))
			.isEqualTo("FAILED");
	}

	@Test
	@Tag("DIS-05")
	void checksAgainAtTheConsent() {
		String id = start(this.partner.admin(), ENDS, this.customer).expect(201).text("/id");
		vendorTells(this.customer, Map.of("RESERVED_INSTANCE", true));
		Answer refused = consent(self(this.customer), ENDS, id).refused(409, "DISASSOCIATION_CHECK_FAILED");
		assertThat(refused.text("/checks/0/code")).isEqualTo("RESERVED_INSTANCE");
		assertThat(look(this.partner.admin(), ENDS, id).text("/state")).isEqualTo("PENDING");
		this.clock.advance(Duration.ofSeconds(1));
		vendorTells(this.customer, Map.of("RESERVED_INSTANCE", false));
		consent(self(this.customer), ENDS, id).expect(200);
	}

	@Test
	@Tag("DIS-05")
	void changesNothingWhileBillingIsSilent() {
		billing.isDown();
		Answer checks = this.client.as(this.partner.admin())
			.get("/api/v1/customers/" + this.customer + "/model-switch-checks")
			.expect(200);
		assertThat(state(checks, "BILLING_UNREACHABLE")).isEqualTo("UNKNOWN");
		assertThat(checks.json().at("/startable").asBoolean()).isFalse();
		assertThat(start(this.partner.admin(), SWITCHES, this.customer).refused(503, "SERVICE_UNREACHABLE")
			.header("Retry-After")).isNotNull();
		billing.passes();
		String id = start(this.partner.admin(), SWITCHES, this.customer).expect(201).text("/id");
		this.announced.next();
		billing.isDown();
		assertThat(consent(self(this.customer), SWITCHES, id).refused(503, "SERVICE_UNREACHABLE").header("Retry-After"))
			.isNotNull();
		assertThat(look(this.partner.admin(), SWITCHES, id).text("/state")).isEqualTo("PENDING");
		assertThat(this.announced.next(CustomerEvent.class)).isEmpty();
		billing.passes();
	}

	@Test
	@Tag("DIS-05")
	void takesAnEmptyAnswerOfBillingForNone() {
		billing.saysNothing();
		start(this.partner.admin(), ENDS, this.customer).refused(503, "SERVICE_UNREACHABLE");
		assertThat(this.announced.next(CustomerEvent.class)).isEmpty();
		billing.passes();
	}

	@Test
	@Tag("DIS-05")
	void letsAnAdvisoryCustomerOfAFrozenPartnerGo() {
		UUID advisory = customerOf(this.partner, AssociationType.ADVISORY);
		this.hears.event(this.partner.became(PartnerStatus.FROZEN));
		this.announced.next();
		start(this.partner.admin(), ENDS, advisory).expect(201);
		assertThat(this.announced.next(DisassociationRequested.class)).hasSize(1);
		assertThat(List
			.of(state(start(this.partner.admin(), ENDS, this.customer).refused(409, "DISASSOCIATION_CHECK_FAILED"),
					"PARTNER_FROZEN")))
			.containsExactly("FAILED");
	}

	private Answer checks(String which) {
		return this.client.as(this.partner.admin()).get("/api/v1/customers/" + this.customer + "/" + which).expect(200);
	}

}
