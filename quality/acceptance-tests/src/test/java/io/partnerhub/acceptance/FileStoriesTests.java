package io.partnerhub.acceptance;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import io.partnerhub.platform.Ids;
import io.partnerhub.platform.testkit.HubClient.Answer;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * A partner sends in a file of vouchers, follows it, reads what became of each row, and
 * fetches its operation log as a file.
 */
class FileStoriesTests {

	private final RunningHub hub = RunningHub.shared();

	@Test
	@Tag("X-12")
	@Tag("VOU-04")
	void tellsWhatAFileWouldDoAndThenDoesIt() throws Exception {
		Relation relation = new Relation(this.hub).begin("RESALE").grantQuota("205.00").issue("5.00");
		IssueFile file = new IssueFile(relation).rows(150, relation.customerId(), "1.00")
			.rows(1, Ids.next().toString(), "1.00")
			.rows(1, relation.customerId(), "one")
			.rows(148, relation.customerId(), "1.00");
		assertOutcome(file.send(true).awaitDone());
		assertThat(relation.quotaBalance()).isEqualTo("200.00");
		assertThat(relation.records(1)).isOne();

		assertOutcome(file.send(false).awaitDone());
		assertThat(relation.quotaBalance()).isEqualTo("0.00");
		Answer failed = file.rows("?state=FAILED&limit=100");
		assertThat(failed.text("/items/0/row") + failed.text("/items/0/code")).isEqualTo("151CUSTOMER_NOT_ASSOCIATED");
		assertThat(failed.text("/items/1/row") + failed.text("/items/1/code")).isEqualTo("152INVALID_ROW");
		assertThat(failed.text("/items/2/row") + failed.text("/items/2/code"))
			.isEqualTo("203QUOTA_BALANCE_INSUFFICIENT");
		String voucher = file.rows("?limit=1").text("/items/0/voucherId");
		assertThat(relation.partner().get("/api/v1/vouchers/" + voucher).expect(200).text("/customerId"))
			.isEqualTo(relation.customerId());
		assertThat(this.hub.as("SOLUTION_PROVIDER_ADMIN_TOKEN")
			.get("/api/v1/coupon-operations/" + file.progress().text("/id"))
			.status()).isEqualTo(404);
	}

	@Test
	@Tag("X-04")
	@Tag("X-05")
	void exportsTheOperationLogAnonymised() throws Exception {
		Relation relation = new Relation(this.hub).begin("RESALE").grantQuota("500.00");
		new IssueFile(relation).rows(250, relation.customerId(), "1.00").send(false).awaitDone();
		Instant now = Instant.now();
		String id = export(relation, now.minus(Duration.ofDays(1)), now.plusSeconds(60)).expect(202).text("/id");
		String exports = "/api/v1/voucher-record-exports";
		await().atMost(Relation.PATIENCE)
			.until(() -> relation.partner().get(exports).text("/items/0/state").equals("DONE"));
		Answer file = relation.partner().get(exports + "/" + id + "/file").expect(200);
		List<CSVRecord> lines = csv(file.response().body());
		assertThat(lines).hasSize(251);
		assertThat(lines.getFirst().get(1)).isEqualTo("Operation");
		assertThat(lines.get(1).get(1) + lines.get(1).get(7)).isEqualTo("Issue1.00");
		assertThat(file.response().body()).doesNotContain("云岭科技有限公司", relation.email());
		this.hub.as("SOLUTION_PROVIDER_ADMIN_TOKEN").get(exports + "/" + id + "/file").expect(404);
		export(relation, now.minus(Duration.ofDays(400)), now).expect(400);
	}

	private static Answer export(Relation relation, Instant from, Instant to) {
		return relation.partner()
			.with("Accept-Language", "en")
			.post("/api/v1/voucher-record-exports",
					Map.of("from", from, "to", to, "customerId", relation.customerId()));
	}

	private static List<CSVRecord> csv(String text) throws IOException {
		try (CSVParser parser = CSVParser.parse(text, CSVFormat.RFC4180)) {
			return parser.getRecords();
		}
	}

	private static void assertOutcome(Answer done) {
		assertThat(done.text("/total") + " " + done.text("/done")).isEqualTo("300 300");
		assertThat(done.text("/succeeded") + " " + done.text("/failed")).isEqualTo("200 100");
		assertThat(done.text("/amount/amount")).isEqualTo("200.00");
		assertThat(done.json().at("/outcomes/QUOTA_BALANCE_INSUFFICIENT").asInt()).isEqualTo(98);
	}

}
