package io.partnerhub.coupon.bulk;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

import io.partnerhub.contracts.AssociationType;
import io.partnerhub.contracts.CouponEvent.VoucherIssued;
import io.partnerhub.coupon.A;
import io.partnerhub.coupon.CouponScenario;
import io.partnerhub.platform.Ids;
import io.partnerhub.platform.testkit.HubClient;
import io.partnerhub.platform.testkit.HubClient.Answer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class IssuingBatchesTests extends CouponScenario {

	private String quota = "";

	@BeforeEach
	void aPartnerWithQuotaAndCustomer() {
		this.hears.event(this.partner.linked(this.customer, 1, AssociationType.ADVISORY));
		this.quota = quota("150.00");
		this.announced.next();
	}

	@Test
	@Tag("VOU-04")
	@Tag("X-12")
	void decidesEachRowForItself() {
		Answer answer = admin()
			.post("/api/v1/voucher-batches",
					batch(row(this.customer, "100.00"), row(Ids.next(), "1.00"), row(this.customer, "60.00"),
							row(this.customer, "50.00")))
			.expect(200);
		assertThat(answer.json().at("/rows").valueStream().map((row) -> row.at("/code").asString("")))
			.containsExactly("", "CUSTOMER_NOT_ASSOCIATED", "QUOTA_BALANCE_INSUFFICIENT", "");
		assertThat(answer.text("/quotaBalanceAfter/amount")).isEqualTo("0.00").isEqualTo(balance());
		assertThat(this.announced.next(VoucherIssued.class)).extracting((event) -> event.faceValue().amount())
			.containsExactlyInAnyOrder("100.00", "50.00");
	}

	@Test
	@Tag("VOU-05")
	void keepsTheLimitsOfTheQuota() {
		Map<String, Object> late = Map.of("customerId", this.customer, "faceValue", A.money("1.00"), "expiresAt",
				"2027-01-01T00:00:00Z");
		Answer answer = admin().post("/api/v1/voucher-batches", batch(late, row(this.customer, "1.00"))).expect(200);
		assertThat(answer.text("/rows/0/code")).isEqualTo("COUPON_LIMIT_OUT_OF_QUOTA");
		assertThat(answer.text("/succeeded")).isEqualTo("1");
	}

	@Test
	@Tag("VOU-03")
	void takesAHundredAndNoMore() {
		Object[] rows = Stream.generate(() -> row(this.customer, "1.00")).limit(101).toArray();
		admin().post("/api/v1/voucher-batches", batch(rows)).refused(400, "TOO_MANY_CUSTOMERS");
		assertThat(balance()).isEqualTo("150.00");
		admin().post("/api/v1/voucher-batches", batch(List.of(rows).subList(1, 101).toArray())).expect(200);
		assertThat(balance()).isEqualTo("50.00");
	}

	@Test
	void tellsInADryRunWhatWouldHappenAndChangesNothing() {
		HubClient.As careful = this.client.as(this.partner.administrator().withCodeRequired(true))
			.with("Idempotency-Key", "");
		Answer batch = careful
			.post("/api/v1/voucher-batches?dryRun=true",
					batch(row(this.customer, "100.00"), row(this.customer, "60.00")))
			.expect(200);
		assertThat(batch.text("/rows/1/code")).isEqualTo("QUOTA_BALANCE_INSUFFICIENT");
		assertThat(batch.text("/quotaBalanceAfter/amount")).isEqualTo("50.00");
		Answer single = careful
			.post("/api/v1/vouchers?dryRun=true", A.issue(this.quota, "20.00", this.customer, Ids.next()))
			.expect(200);
		assertThat(single.text("/wouldIssue")).isEqualTo("false");
		assertThat(single.text("/customers/1/code")).isEqualTo("CUSTOMER_NOT_ASSOCIATED");
		assertThat(balance()).isEqualTo("150.00");
		assertThat(this.announced.next()).isEmpty();
		assertThat(admin().get("/api/v1/voucher-records").json().at("/items")).isEmpty();
	}

	@Test
	void leavesTheKeyOfADryRunForTheCommand() {
		HubClient.As once = admin().with("Idempotency-Key", "dry");
		Map<String, Object> issue = A.issue(this.quota, "10.00", this.customer);
		Answer preview = once.post("/api/v1/vouchers?dryRun=true", issue).expect(200);
		assertThat(preview.text("/quotaBalanceAfter/amount")).isEqualTo("140.00");
		once.post("/api/v1/vouchers?dryRun=true", A.issue(this.quota, "11.00", this.customer)).expect(200);
		once.post("/api/v1/vouchers", issue).expect(201);
		admin().post("/api/v1/vouchers?dryRun=false", issue).expect(201);
	}

	@Test
	void leavesTheKeyAlsoIfTheDryRunIsEncoded() {
		HubClient.As once = admin().with("Idempotency-Key", "encoded");
		Map<String, Object> issue = A.issue(this.quota, "10.00", this.customer);
		once.post("/api/v1/vouchers?dryRun=%74rue", issue).expect(200);
		once.post("/api/v1/vouchers?dryRun=%74rue", A.issue(this.quota, "11.00", this.customer)).expect(200);
		once.post("/api/v1/vouchers", issue).expect(201);
	}

	@ParameterizedTest
	@ValueSource(strings = { "True", "TRUE", "1", "yes", "on", "0", "false ", "true,false" })
	void refusesADryRunInOtherWords(String word) {
		String asked = "dryRun=" + URLEncoder.encode(word, StandardCharsets.UTF_8);
		Object issue = A.issue(this.quota, "10.00", this.customer);
		Object file = "customerId,faceValue\n" + this.customer + ",1.00\n";
		for (Answer answer : List.of(admin().post("/api/v1/vouchers?" + asked, issue),
				admin().post("/api/v1/voucher-batches?" + asked, batch(row(this.customer, "1.00"))),
				admin().with("Content-Type", "text/csv")
					.post("/api/v1/voucher-issues?quotaId=" + this.quota + "&" + asked, file))) {
			answer.refused(400, "INVALID_REQUEST");
			assertThat(answer.text("/errors/0/pointer")).isEqualTo("?dryRun");
			assertThat(answer.text("/errors/0/code")).isEqualTo("WRONG_TYPE");
		}
		assertThat(balance()).isEqualTo("150.00");
		assertThat(this.announced.next()).isEmpty();
	}

	@Test
	void refusesWhatItCannotRead() {
		admin().post("/api/v1/voucher-batches", batch()).refused(400, "INVALID_REQUEST");
		admin().post("/api/v1/voucher-batches", batch(row(this.customer, "0.00"))).refused(400, "INVALID_REQUEST");
		admin().post("/api/v1/voucher-batches", batch(Map.of("surprise", 1))).refused(400, "INVALID_REQUEST");
		admin().with("Idempotency-Key", "")
			.post("/api/v1/voucher-batches", batch(row(this.customer, "1.00")))
			.refused(400, "IDEMPOTENCY_KEY_REQUIRED");
	}

	private Map<String, Object> batch(Object... rows) {
		return Map.of("quotaId", this.quota, "rows", List.of(rows));
	}

	private static Map<String, Object> row(UUID customer, String face) {
		return Map.of("customerId", customer, "faceValue", A.money(face));
	}

	private String balance() {
		return balance(this.quota);
	}

}
