package io.partnerhub.customer.association;

import java.util.Map;
import java.util.UUID;

import io.partnerhub.contracts.AssociationType;
import io.partnerhub.customer.Partner;
import io.partnerhub.customer.fact.Flag;
import io.partnerhub.platform.Ids;
import io.partnerhub.platform.caller.Caller;
import io.partnerhub.platform.testkit.HubClient.Answer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** The three places where checks can be read before anybody commands (ASC-04). */
@Tag("ASC-04")
class LookingAtChecksTests extends AssociationScenario {

	@Test
	void showsAPartnerWhatStandsInTheWayOfAProspect() {
		Partner partner = partner();
		String email = address();
		String id = preRegister(partner.admin(), email);
		Answer nothing = prospect(partner.admin(), id).expect(200);
		assertThat(nothing.json().at("/associable").asBoolean()).isTrue();
		assertThat(codes(nothing, "FAILED")).isEmpty();
		assertThat(codes(nothing, "UNKNOWN")).contains("IS_DEBT", "STORED_VALUE_CARD");
		assertThat(codes(nothing, "PASSED")).contains("ACCOUNT_TOO_OLD", "CASH_CONSUMPTION");
		told("acme-" + Ids.next(), Map.of("email", email, "flags", Map.of("ARREARS", true, "STORED_VALUE_CARD", true)));
		Answer found = prospect(partner.admin(), id);
		assertThat(codes(found, "FAILED")).containsExactly("IS_DEBT", "STORED_VALUE_CARD");
		assertThat(found.json().at("/associable").asBoolean()).isFalse();
		Answer chinese = this.client.as(partner.admin())
			.with("Accept-Language", "zh-CN")
			.get("/api/v1/pre-registrations/" + id + "/association-checks?associationType=ADVISORY");
		assertThat(codes(chinese, "FAILED")).containsExactly("IS_DEBT");
		assertThat(chinese.response().body()).contains("欠费");
	}

	@Test
	void leavesOutTheFiguresOfACustomerWhoIsNotHis() {
		Partner other = partner();
		UUID customer = customerOf(other, AssociationType.RESALE);
		String email = address();
		Partner partner = partner();
		String id = preRegister(partner.admin(), email);
		this.jdbc.sql("update customer set email = :email where id = :id")
			.param("email", email)
			.param("id", customer)
			.update();
		billing.finds("IS_DEBT", "arrears", "12.30");
		Answer found = prospect(partner.admin(), id).expect(200);
		assertThat(codes(found, "FAILED")).containsExactly("ALREADY_ASSOCIATED", "IS_DEBT");
		assertThat(found.response().body()).doesNotContain("12.30");
		Answer his = look(other.admin(), customer, AssociationType.ADVISORY).expect(200);
		assertThat(his.response().body()).contains("12.30");
	}

	@Test
	void tellsAPartnerCodesAndRemediesAndNoFacts() {
		Partner partner = partner();
		String email = address();
		String id = preRegister(partner.admin(), email);
		told("acme-" + Ids.next(),
				Map.of("email", email, "registeredAt", "2020-01-01T00:00:00Z", "realName", "Acme Ltd", "flags",
						Map.of("VENDOR_PRE_REGISTERED", true, "ARREARS", true, "CONSUMER_CLOUD_USER", false)));
		Answer found = prospect(partner.admin(), id).expect(200);
		assertThat(codes(found, "FAILED")).containsExactly("PRE_REGISTERED_ELSEWHERE", "IS_DEBT");
		found.json().at("/checks").forEach((check) -> {
			assertThat(check.has("detail")).isFalse();
			assertThat(check.at("/facts").isEmpty()).isTrue();
			assertThat(check.has("remedy")).isEqualTo(!check.at("/state").asString().equals("PASSED"));
		});
		assertThat(found.response().body()).doesNotContain("2020", "Acme", "VENDOR", email);
	}

	@Test
	void tellsNothingWhileTheVendorReviews() {
		Partner partner = partner();
		String email = address();
		told("acme-" + Ids.next(), Map.of("email", email, "registeredAt", "2020-01-01T00:00:00Z"));
		String id = preRegister(partner.admin(), email);
		assertThat(prospect(partner.admin(), id).refused(409, "INVITE_NOT_PREREGISTERED").text("/state"))
			.isEqualTo("PENDING_REVIEW");
		this.client.as(Caller.vendor("eco"))
			.post("/api/v1/vendor/pre-registrations/" + id + "/approval", "{}")
			.expect(200);
		prospect(partner.admin(), id).expect(200);
		this.clock.advance(java.time.Duration.ofDays(15));
		prospect(partner.admin(), id).refused(404, "NOT_FOUND");
	}

	@Test
	void showsProspectsToWhoeverSeesThem() {
		Partner partner = partner();
		UUID manager = Ids.next();
		String id = preRegister(partner.manager(manager), address());
		prospect(partner.manager(manager), id).expect(200);
		prospect(partner.operator(), id).expect(200);
		prospect(partner.manager(Ids.next()), id).refused(404, "NOT_FOUND");
		prospect(partner().admin(), id).refused(404, "NOT_FOUND");
		prospect(partner.finance(), id).refused(403, "ACCESS_DENIED");
		prospect(Caller.customer("li", Ids.next()), id).refused(403, "ACCESS_DENIED");
	}

	@Test
	void showsTheInvitedWhatStandsInTheWay() {
		Caller somebody = somebody();
		told(somebody.subject(), yes(Flag.GOVERNMENT_SUBSIDY, Flag.TOP_UP_BONUS));
		String token = invite(partner().admin(), AssociationType.RESALE);
		Answer found = this.client.as(somebody).get(AssociationChecksTests.byToken(token)).expect(200);
		assertThat(codes(found, "FAILED")).containsExactly("GOVERNMENT_SUBSIDY", "TOP_UP_BONUS");
		this.client.asNobody().get(AssociationChecksTests.byToken(token)).refused(401, "UNAUTHENTICATED");
		this.client.as(Caller.anonymous()).get(AssociationChecksTests.byToken(token)).refused(403, "ACCESS_DENIED");
		this.client.as(somebody).get(AssociationChecksTests.byToken("unknown")).refused(404, "INVITE_NOT_FOUND");
		this.client.as(Caller.customer("li", Ids.next()))
			.get(AssociationChecksTests.byToken(token))
			.refused(404, "NOT_FOUND");
	}

	@Test
	@Tag("DIS-06")
	void showsBothSidesWhatStandsInTheWayOfAnotherModel() {
		Partner partner = partner();
		UUID customer = customerOf(partner, AssociationType.ADVISORY);
		told(accountOf(customer), Map.of("registeredAt", "2020-01-01T00:00:00Z", "flags",
				Map.of("STORED_VALUE_CARD", true, "CASH_CONSUMPTION", true)));
		for (Caller side : java.util.List.of(partner.admin(), Caller.customer("li", customer))) {
			assertThat(codes(customer(side, customer).expect(200), "FAILED")).containsExactly("STORED_VALUE_CARD");
		}
		customer(partner().admin(), customer).refused(404, "NOT_FOUND");
		customer(partner.manager(Ids.next()), customer).refused(404, "NOT_FOUND");
		customer(Caller.customer("han", customerOf(partner, AssociationType.ADVISORY)), customer).refused(404,
				"NOT_FOUND");
		customer(partner.finance(), customer).refused(403, "ACCESS_DENIED");
		customer(Caller.vendor("v"), customer).refused(403, "ACCESS_DENIED");
		end(partner, customer);
		customer(Caller.customer("li", customer), customer).refused(404, "NOT_FOUND");
	}

	@Test
	@Tag("DIS-06")
	void showsExactlyWhatDecidesASwitch() {
		Partner partner = partner();
		UUID customer = customerOf(partner, AssociationType.ADVISORY);
		told(accountOf(customer), yes(Flag.SUPPORT_PLAN, Flag.GOVERNMENT_SUBSIDY, Flag.TOP_UP_BONUS));
		billing.finds("IS_DEBT", "arrears", "12.30");
		Answer shown = customer(partner.admin(), customer).expect(200);
		assertThat(codes(shown, "FAILED")).containsExactlyInAnyOrder("SUPPORT_PLAN", "TOP_UP_BONUS", "IS_DEBT");
		assertThat(shown.json().at("/checks").valueStream().toList()).isEqualTo(this.client.as(partner.admin())
			.get("/api/v1/customers/" + customer + "/model-switch-checks")
			.expect(200)
			.json()
			.at("/checks")
			.valueStream()
			.filter((check) -> !check.at("/code").asString().startsWith("DISASSOCIATION_"))
			.toList());
		assertThat(customer(partner.operator(), customer).expect(200).json()).isEqualTo(shown.json());
		look(partner.admin(), customer, AssociationType.ADVISORY).refused(409, "MODEL_SWITCH_SAME_TYPE");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "?associationType=", "?associationType=BOTH", "?associationType=RESALE&deep=true" })
	void wantsToKnowTheModel(String query) {
		Partner partner = partner();
		String id = preRegister(partner.admin(), address());
		this.client.as(partner.admin())
			.get("/api/v1/pre-registrations/" + id + "/association-checks" + query)
			.expect(400);
		this.client.as(partner.admin()).get("/api/v1/customers/" + id + "/association-checks" + query).expect(400);
	}

	@Test
	@Tag("ASC-04")
	void closesWithThePreRegistration() {
		Partner partner = partner();
		String id = preRegister(partner.admin(), address());
		prospect(partner.admin(), id).expect(200);
		this.client.as(partner.admin()).delete("/api/v1/pre-registrations/" + id).expect(204);
		prospect(partner.admin(), id).refused(404, "NOT_FOUND");
	}

	private Answer prospect(Caller caller, String id) {
		return this.client.as(caller)
			.get("/api/v1/pre-registrations/" + id + "/association-checks?associationType=RESALE");
	}

	private Answer customer(Caller caller, UUID id) {
		return look(caller, id, AssociationType.RESALE);
	}

	private Answer look(Caller caller, UUID id, AssociationType type) {
		return this.client.as(caller).get("/api/v1/customers/" + id + "/association-checks?associationType=" + type);
	}

}
