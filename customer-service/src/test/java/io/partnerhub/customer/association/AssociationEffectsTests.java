package io.partnerhub.customer.association;

import java.util.Map;
import java.util.UUID;

import io.partnerhub.contracts.AssociationType;
import io.partnerhub.contracts.CustomerEvent.AssignmentSource;
import io.partnerhub.contracts.CustomerEvent.CustomerAssigned;
import io.partnerhub.contracts.CustomerEvent.CustomerAssociated;
import io.partnerhub.contracts.Role;
import io.partnerhub.customer.Partner;
import io.partnerhub.platform.Ids;
import io.partnerhub.platform.caller.Caller;
import io.partnerhub.platform.testkit.HubClient.Answer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What a new link does to the customer (ASC-05 to ASC-08). */
class AssociationEffectsTests extends AssociationScenario {

	@ParameterizedTest
	@Tag("ASC-05")
	@CsvSource({ "0, 1", "1, 1", "2, 2", "15, 15", ", 1" })
	void raisesTheGraceOfAResaleCustomerToADay(@Nullable Integer told, int raised) {
		Caller somebody = somebody();
		if (told != null) {
			told(somebody.subject(), Map.of("graceDays", told));
		}
		Answer accepted = accept(somebody, invite(partner().admin(), AssociationType.RESALE)).expect(201);
		assertThat(customer(accepted)).containsEntry("grace_days", raised);
	}

	@Test
	@Tag("ASC-05")
	void neverLowersTheGrace() {
		UUID customer = formerCustomer();
		this.jdbc.sql("update customer set grace_days = 9 where id = :id").param("id", customer).update();
		told(accountOf(customer), Map.of("graceDays", 0));
		Answer accepted = accept(Caller.customer("li", customer), invite(partner().admin(), AssociationType.RESALE));
		assertThat(customer(accepted.expect(201))).containsEntry("grace_days", 9);
	}

	@Test
	@Tag("ASC-05")
	@Tag("BUD-06")
	void freezesNobodyWherePeopleArePrepaid() {
		Answer accepted = accept(somebody(), invite(partner().admin(), AssociationType.RESALE)).expect(201);
		assertThat(customer(accepted)).containsEntry("frozen", 0);
	}

	@Test
	@Tag("ASC-06")
	void changesNothingOfAnAdvisoryCustomer() {
		Caller somebody = somebody();
		told(somebody.subject(), Map.of("graceDays", 0));
		String token = invite(partner().admin(), AssociationType.ADVISORY);
		this.announced.next();
		Answer accepted = accept(somebody, token).expect(201);
		assertThat(customer(accepted)).containsEntry("grace_days", null)
			.containsEntry("frozen", 0)
			.containsEntry("version", 1L);
		assertThat(this.announced.next()).singleElement().isInstanceOf(CustomerAssociated.class);
	}

	@Test
	@Tag("ASC-08")
	void assignsTheCustomerToTheInviterInTheSameBreath() {
		Partner partner = partner();
		UUID manager = Ids.next();
		this.hears.event(partner.member(manager, Role.ACCOUNT_MANAGER, null, true));
		String token = invite(partner.manager(manager), AssociationType.RESALE);
		this.announced.next();
		UUID customer = UUID.fromString(accept(somebody(), token).expect(201).text("/customerId"));
		assertThat(this.announced.next()).satisfiesExactly(
				(event) -> assertThat(event).isInstanceOf(CustomerAssociated.class),
				(event) -> assertThat(event).isEqualTo(new CustomerAssigned(partner.tenant(), partner.id(), customer, 1,
						manager, AssignmentSource.INVITATION, this.clock.instant())));
	}

	@Test
	@Tag("ASC-08")
	void assignsHimToNobodyIfNobodyWonHim() {
		String token = invite(partner().admin(), AssociationType.RESALE);
		this.announced.next();
		accept(somebody(), token).expect(201);
		assertThat(this.announced.next()).singleElement().isInstanceOf(CustomerAssociated.class);
	}

	@ParameterizedTest
	@Tag("ASC-07")
	@CsvSource({ "RESALE, PARTNER, through the partner, invoices from the partner",
			"ADVISORY, VENDOR, pay the vendor, issues your bills and invoices" })
	void tellsTheInvitedWhomHeDealsWith(AssociationType type, String invoiceIssuer, String payment, String invoice) {
		Partner partner = partner();
		String email = address();
		this.client.as(partner.admin())
			.post("/api/v1/invitations",
					Map.of("preRegistrationId", preRegister(partner.admin(), email), "associationType", type,
							"language", "en"))
			.expect(201);
		String token = mailbox.of(email, 1).getFirst().token();
		Answer offer = this.client.as(Caller.anonymous()).get("/api/v1/invitations/by-token/" + token).expect(200);
		assertThat(offer.text("/invoiceIssuer")).isEqualTo(invoiceIssuer);
		assertThat(offer.text("/notice/text")).contains(payment, invoice);
	}

	private Map<String, @Nullable Object> customer(Answer accepted) {
		return this.jdbc.sql("select grace_days, frozen::int as frozen, version from customer where id = :id")
			.param("id", UUID.fromString(accepted.text("/customerId")))
			.query()
			.singleRow();
	}

}
