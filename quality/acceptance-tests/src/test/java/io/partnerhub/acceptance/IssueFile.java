package io.partnerhub.acceptance;

import java.util.ArrayList;
import java.util.List;

import io.partnerhub.platform.testkit.HubClient.Answer;

import static org.awaitility.Awaitility.await;

/** A CSV file of vouchers for one customer and the operation that works on it. */
final class IssueFile {

	private final Relation relation;

	private final List<String> lines = new ArrayList<>(List.of("customerId,faceValue,remark"));

	private String operation = "";

	IssueFile(Relation relation) {
		this.relation = relation;
	}

	IssueFile rows(int number, String customerId, String face) {
		for (int row = 0; row < number; row++) {
			this.lines.add(customerId + "," + face + ",row " + this.lines.size());
		}
		return this;
	}

	IssueFile send(boolean dryRun) {
		this.operation = this.relation.partner()
			.with("Content-Type", "text/csv")
			.post("/api/v1/voucher-issues?quotaId=" + this.relation.quotaId() + "&dryRun=" + dryRun,
					String.join("\n", this.lines) + "\n")
			.expect(202)
			.text("/id");
		return this;
	}

	Answer progress() {
		return this.relation.partner().get("/api/v1/coupon-operations/" + this.operation);
	}

	Answer awaitDone() {
		await().atMost(Relation.PATIENCE.multipliedBy(2))
			.ignoreExceptionsInstanceOf(java.io.UncheckedIOException.class)
			.until(() -> progress().text("/state").equals("DONE"));
		return progress().expect(200);
	}

	Answer rows(String query) {
		return this.relation.partner().get("/api/v1/coupon-operations/" + this.operation + "/rows" + query).expect(200);
	}

}
