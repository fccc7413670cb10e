package io.partnerhub.acceptance;

import java.util.Map;

import io.partnerhub.platform.Ids;
import io.partnerhub.platform.testkit.HubClient.Answer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Bad input at every edge answers a clear problem and changes nothing. */
class BadInputTests {

	private final RunningHub hub = RunningHub.shared();

	private String balance = "";

	@BeforeEach
	void lookAtTheBalance() {
		this.balance = balance();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			/api/v1/appropriations         | {"customerId":                                       | MALFORMED_JSON
			/api/v1/appropriations         | {"surprise":true}                                    | INVALID_REQUEST
			/api/v1/appropriations         | {}                                                   | INVALID_REQUEST
			/api/v1/appropriations         | {"customerId":7,"amount":{}}                         | INVALID_REQUEST
			/api/v1/vouchers               | {"quotaId":true}                                     | INVALID_REQUEST
			/api/v1/pre-registrations      | {"customerName":"","contactName":"a","email":"x"}    | INVALID_REQUEST
			/api/v1/invitations            | []                                                   | INVALID_REQUEST
			/api/v1/opportunities          | {"name":null}                                        | INVALID_REQUEST
			/api/v1/disassociations        | {"understood":false,"reason":"x"}                    | INVALID_REQUEST
			/api/v1/members                | {"roles":["EMPEROR"]}                                | INVALID_REQUEST
			""")
	void refusesBodiesItCannotUse(String path, String body, String code) {
		assertClear(this.hub.as("DISTRIBUTOR_ADMIN_TOKEN").post(path, body).refused(400, code));
		assertThat(balance()).isEqualTo(this.balance);
	}

	@ParameterizedTest
	@ValueSource(strings = { "1.234", "0.00", "-1.00", "1e400", "NaN", "" })
	void refusesAmountsThatAreNone(String amount) {
		assertClear(this.hub.as("DISTRIBUTOR_ADMIN_TOKEN")
			.post("/api/v1/appropriations",
					Map.of("customerId", this.hub.env("CUSTOMER_ID"), "amount", Relation.money(amount)))
			.refused(400, "INVALID_REQUEST"));
		assertThat(balance()).isEqualTo(this.balance);
	}

	@Test
	void refusesOtherCurrencies() {
		this.hub.as("DISTRIBUTOR_ADMIN_TOKEN")
			.post("/api/v1/appropriations",
					Map.of("customerId", this.hub.env("CUSTOMER_ID"), "amount",
							Map.of("amount", "1.00", "currency", "EUR")))
			.refused(400, "INVALID_REQUEST");
	}

	@Test
	void answersForeignAndUnknownIdsAlike() {
		for (String id : new String[] { Ids.next().toString(), this.hub.env("CUSTOMER_ID") }) {
			assertClear(this.hub.as("SOLUTION_PROVIDER_ADMIN_TOKEN").get("/api/v1/customers/" + id).expect(404));
			assertClear(this.hub.as("SOLUTION_PROVIDER_ADMIN_TOKEN")
				.post("/api/v1/appropriations", Map.of("customerId", id, "amount", Relation.money("1.00")))
				.expect(404));
		}
	}

	@Test
	void answersUnusableInvitations() {
		assertClear(this.hub.asNobody()
			.get("/api/v1/invitations/by-token/" + "A".repeat(43))
			.refused(404, "INVITE_NOT_FOUND"));
		assertClear(this.hub.asNobody().get("/api/v1/invitations/by-token/x").refused(404, "INVITE_NOT_FOUND"));
	}

	@Test
	void answersUnknownRoutesAndMissingLogins() {
		assertClear(this.hub.as("DISTRIBUTOR_ADMIN_TOKEN").get("/api/v1/unicorns").expect(404));
		assertClear(this.hub.as("DISTRIBUTOR_ADMIN_TOKEN").get("/internal/members?issuer=a&subject=b").expect(404));
		assertClear(this.hub.asNobody().get("/api/v1/vouchers").refused(401, "UNAUTHENTICATED"));
		assertClear(this.hub.withToken("nonsense").get("/api/v1/vouchers").refused(401, "UNAUTHENTICATED"));
		assertThat(this.hub.asNobody().get("/v2/nowhere").status()).isIn(401, 404);
	}

	@Test
	void speaksTheCallersLanguage() {
		Answer zh = this.hub.as("DISTRIBUTOR_ADMIN_TOKEN")
			.with("Accept-Language", "zh-CN")
			.get("/api/v1/vouchers/" + Ids.next());
		Answer en = this.hub.as("DISTRIBUTOR_ADMIN_TOKEN")
			.with("Accept-Language", "en")
			.get("/api/v1/vouchers/" + Ids.next());
		assertThat(zh.text("/title")).isNotEqualTo(en.text("/title")).isNotBlank();
	}

	private String balance() {
		return new Relation(this.hub).partnerBalance();
	}

	private static void assertClear(Answer answer) {
		assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
		assertThat(answer.header("X-Request-Id")).isNotBlank();
		assertThat(answer.text("/title")).isNotBlank();
		assertThat(answer.text("/detail")).isNotBlank();
		assertThat(answer.response().body()).doesNotContain("Exception", "io.partnerhub", "select ",
				"org.springframework");
	}

}
