package io.partnerhub.program.credential;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import io.partnerhub.contracts.PartnerType;
import io.partnerhub.contracts.ProgramEvent.ApiClientCreated;
import io.partnerhub.contracts.ProgramEvent.ApiClientDisabled;
import io.partnerhub.platform.Ids;
import io.partnerhub.platform.caller.Caller;
import io.partnerhub.platform.testkit.Announced;
import io.partnerhub.platform.testkit.HubClient;
import io.partnerhub.platform.testkit.HubClient.Answer;
import io.partnerhub.program.A;
import io.partnerhub.program.ProgramTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * Access keys of partners and customers: the secret is shown once and never kept
 * readable.
 */
@ProgramTest
@Tag("API-12")
@ExtendWith(OutputCaptureExtension.class)
class AccessKeysTests {

	private final HubClient client;

	private final Announced announced;

	private final JdbcClient jdbc;

	private final A a;

	private Caller administrator;

	AccessKeysTests(HubClient client, Announced announced, JdbcClient jdbc, A a) {
		this.client = client;
		this.announced = announced;
		this.jdbc = jdbc;
		this.a = a;
	}

	@BeforeEach
	void register() {
		this.administrator = this.a.partner(PartnerType.SOLUTION_PROVIDER);
		this.announced.next();
	}

	@Test
	void showsTheSecretOfANewKeyOnce() {
		Answer created = create().expect(201);
		assertThat(created.text("/accessKey")).matches("[A-Z0-9]{20}");
		assertThat(created.text("/secretKey")).matches("[A-Za-z0-9]{40}");
		assertThat(this.announced.next()).containsExactly(new ApiClientCreated(this.administrator.tenant(),
				this.administrator.owner(), created.text("/accessKey")));
		Answer list = this.client.as(this.administrator).get("/api/v1/credentials").expect(200);
		assertThat(list.text("/items/0/accessKey")).isEqualTo(created.text("/accessKey"));
		assertThat(list.response().body()).doesNotContain(created.text("/secretKey")).doesNotContain("secret");
	}

	@Test
	void answersARepeatWithoutTheSecret() {
		HubClient.As repeating = this.client.as(this.administrator).with("Idempotency-Key", "first-key");
		Answer first = repeating.post("/api/v1/credentials", "").expect(201);
		Answer again = repeating.post("/api/v1/credentials", "").expect(201);
		assertThat(first.json().has("secretKey")).isTrue();
		assertThat(again.text("/accessKey")).isEqualTo(first.text("/accessKey"));
		assertThat(again.json().has("secretKey")).isFalse();
		assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
		assertThat(this.announced.next()).hasSize(1);
	}

	@Test
	void leavesNoReadableSecretAnywhere(CapturedOutput output) {
		String partners = create().expect(201).text("/secretKey");
		String customers = createFor(this.a.customer()).expect(201).text("/secretKey");
		for (String secret : List.of(partners, customers)) {
			for (String table : List.of("credential", "outbox", "idempotency_key")) {
				assertThat(rowsWith(table, secret)).as(table).isZero();
			}
			assertThat(output.getAll()).doesNotContain(secret);
		}
	}

	@Test
	void keepsTwoActiveKeysPerPartner() {
		String first = create().expect(201).text("/accessKey");
		create().expect(201);
		assertThat(create().refused(409, "CREDENTIAL_LIMIT_REACHED").text("/limit")).isEqualTo("2");
		this.client.as(this.administrator).delete("/api/v1/credentials/" + first).expect(204);
		create().expect(201);
		create().refused(409, "CREDENTIAL_LIMIT_REACHED");
		this.client.as(this.a.partner(PartnerType.DISTRIBUTOR)).post("/api/v1/credentials", "").expect(201);
	}

	@Test
	void keepsTheLimitWhenManyAskAtOnce() throws Exception {
		try (ExecutorService all = Executors.newFixedThreadPool(6)) {
			List<Future<Answer>> answers = new ArrayList<>();
			for (int request = 0; request < 6; request++) {
				answers.add(all.submit(this::create));
			}
			List<Integer> statuses = new ArrayList<>();
			for (Future<Answer> answer : answers) {
				statuses.add(answer.get().status());
			}
			assertThat(statuses).containsExactlyInAnyOrder(201, 201, 409, 409, 409, 409);
		}
	}

	@Test
	void disablesAKeyForGoodAndForgetsItsSecret() {
		String accessKey = create().expect(201).text("/accessKey");
		this.announced.next();
		this.client.as(this.administrator).delete("/api/v1/credentials/" + accessKey).expect(204);
		this.client.as(this.administrator).delete("/api/v1/credentials/" + accessKey).expect(204);
		assertThat(this.announced.next())
			.containsExactly(new ApiClientDisabled(this.administrator.tenant(), this.administrator.owner(), accessKey));
		Answer list = this.client.as(this.administrator).get("/api/v1/credentials").expect(200);
		assertThat(list.text("/items/0/state")).isEqualTo("DISABLED");
		assertThat(list.json().at("/items/0/allowedActions").isEmpty()).isTrue();
		assertThat(this.jdbc.sql("select secret is null from credential where access_key = :key")
			.param("key", accessKey)
			.query(Boolean.class)
			.single()).isTrue();
	}

	@Test
	void hidesTheKeysOfOtherPartners() {
		String accessKey = create().expect(201).text("/accessKey");
		Caller distributor = this.a.partner(PartnerType.DISTRIBUTOR);
		Caller reseller = this.a.resellerOf(distributor);
		String resellers = this.client.as(reseller).post("/api/v1/credentials", "").expect(201).text("/accessKey");
		this.client.as(distributor).delete("/api/v1/credentials/" + accessKey).refused(404, "NOT_FOUND");
		this.client.as(distributor).delete("/api/v1/credentials/" + resellers).refused(404, "NOT_FOUND");
		assertThat(this.client.as(distributor).get("/api/v1/credentials").expect(200).json().at("/items").isEmpty())
			.isTrue();
	}

	@Test
	void letsTheVendorCreateKeysForCustomersAndDisableAny() {
		UUID customer = this.a.customer();
		String accessKey = createFor(customer).expect(201).text("/accessKey");
		createFor(customer).expect(201);
		createFor(customer).refused(409, "CREDENTIAL_LIMIT_REACHED");
		String partners = create().expect(201).text("/accessKey");
		this.announced.next();
		this.client.as(A.VENDOR).delete("/api/v1/vendor/credentials/" + accessKey).expect(204);
		this.client.as(A.VENDOR).delete("/api/v1/vendor/credentials/" + partners).expect(204);
		assertThat(this.announced.next(ApiClientDisabled.class)).extracting(ApiClientDisabled::accessKey)
			.containsExactly(partners);
		createFor(customer).expect(201);
	}

	@Test
	void createsNoKeyForACustomerThatDoesNotExist() {
		Answer refused = createFor(Ids.next()).refused(404, "CUSTOMER_NOT_FOUND");
		assertThat(refused.text("/title")).isEqualTo("Customer not found");
	}

	@Test
	void refusesBadInput() {
		this.client.as(A.VENDOR).post("/api/v1/vendor/credentials", "{}").refused(400, "INVALID_REQUEST");
		this.client.as(A.VENDOR)
			.post("/api/v1/vendor/credentials", Map.of("customerId", "x"))
			.refused(400, "INVALID_REQUEST");
		this.client.as(this.administrator).delete("/api/v1/credentials/NONE").refused(404, "NOT_FOUND");
	}

	@Test
	void leavesNoRowOfNobodyNorASecretOfADisabledKey() {
		String accessKey = create().expect(201).text("/accessKey");
		refuses(accessKey, "customer_id = id");
		refuses(accessKey, "owner_partner_id = null");
		refuses(accessKey, "partner_id = id");
		refuses(accessKey, "state = 'DISABLED'");
		refuses(accessKey, "secret = null");
		refuses(accessKey, "access_key = 'short'");
	}

	private void refuses(String accessKey, String change) {
		assertThatThrownBy(() -> this.jdbc.sql("update credential set " + change + " where access_key = :key")
			.param("key", accessKey)
			.update()).isInstanceOf(DataIntegrityViolationException.class);
	}

	/** Looks at the rows as text, and at their bytes as the text they may be. */
	private int rowsWith(String table, String secret) {
		return this.jdbc
			.sql("select count(*) from " + table + " as r where r::text like '%' || :secret || '%'"
					+ " or r::text like '%' || encode(convert_to(:secret, 'UTF8'), 'hex') || '%'")
			.param("secret", secret)
			.query(Integer.class)
			.single();
	}

	private Answer create() {
		return this.client.as(this.administrator).post("/api/v1/credentials", "");
	}

	private Answer createFor(UUID customer) {
		return this.client.as(A.VENDOR).post("/api/v1/vendor/credentials", Map.of("customerId", customer));
	}

}
