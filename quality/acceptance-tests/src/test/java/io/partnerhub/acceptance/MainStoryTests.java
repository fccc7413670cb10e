package io.partnerhub.acceptance;

import java.math.BigDecimal;

import io.partnerhub.platform.testkit.HubClient.Answer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class MainStoryTests {

	@Test
	@Tag("REC-06")
	@Tag("DIS-09")
	@Tag("INV-02")
	void aDisassociatedCustomerLosesHisVouchers() throws Exception {
		tell(RunningHub.shared());
	}

	/**
	 * Each service in a process of its own: nothing may leak through a shared class path.
	 */
	@Test
	@Tag("REC-06")
	void theSameHoldsForSeparateProcesses() throws Exception {
		try (RunningHub hub = RunningHub.start(true)) {
			tell(hub);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "RESALE", "ADVISORY" })
	@Tag("DIS-08")
	void aRefusedRequestChangesNothing(String type) throws Exception {
		Relation relation = new Relation(RunningHub.shared()).begin(type).grantQuota("100.00").issue("10.00");
		String request = relation.customer()
			.post("/api/v1/disassociations", java.util.Map.of("reason", "looking around", "understood", true))
			.expect(201)
			.text("/id");
		relation.partner().post("/api/v1/disassociations/" + request + "/refusal", java.util.Map.of()).expect(200);
		assertThat(relation.customer().get("/api/v1/my/vouchers").text("/items/0/state")).isEqualTo("AVAILABLE");
		relation.customer()
			.post("/api/v1/disassociations", java.util.Map.of("reason", "again", "understood", true))
			.refused(409, "DISASSOCIATION_TOO_OFTEN");
	}

	private static void tell(RunningHub hub) throws Exception {
		Relation relation = new Relation(hub).begin("RESALE").grantQuota("200.00");
		BigDecimal before = new BigDecimal(relation.partnerBalance());
		relation.appropriate("500.00").issue("100.00").registerOpportunity();
		assertThat(new BigDecimal(relation.partnerBalance())).isEqualTo(before.subtract(new BigDecimal("500.00")));
		assertThat(relation.customerBalance()).isEqualTo("500.00");
		assertThat(relation.quotaBalance()).isEqualTo("100.00");
		assertThat(relation.customer().get("/api/v1/my/vouchers").text("/items/0/faceValue/amount"))
			.isEqualTo("100.00");
		assertHiddenFromOthers(hub, relation);

		Answer done = relation.end().awaitDone();
		assertThat(done.text("/settlement/vouchersReclaimed")).isEqualTo("1");
		assertThat(done.text("/settlement/voucherAmount/amount")).isEqualTo("100.00");
		assertThat(done.text("/settlement/balanceReturned/amount")).isEqualTo("500.00");
		assertThat(done.text("/settlement/opportunitiesClosed")).isEqualTo("1");
		assertSettled(relation, before);

		int copies = Redelivery.of(hub, relation.customerId());
		assertThat(copies).isGreaterThan(3);
		await().atMost(Relation.PATIENCE).until(() -> Redelivery.lag(hub) == 0);
		assertSettled(relation, before);
	}

	private static void assertSettled(Relation relation, BigDecimal balanceBefore) {
		assertThat(relation.partner().get("/api/v1/vouchers/" + relation.voucherId()).text("/state"))
			.isEqualTo("RECLAIMED");
		assertThat(relation.records(3)).isOne();
		assertThat(relation.quotaBalance()).isEqualTo("200.00");
		assertThat(new BigDecimal(relation.partnerBalance())).isEqualTo(balanceBefore);
		assertThat(relation.customer().get("/api/v1/my/vouchers").json().at("/items")).isEmpty();
		assertThat(relation.partner().get("/api/v1/opportunities/" + relation.opportunityId()).text("/state"))
			.isEqualTo("CLOSED");
	}

	private static void assertHiddenFromOthers(RunningHub hub, Relation relation) {
		for (String path : new String[] { "/api/v1/customers/" + relation.customerId(),
				"/api/v1/vouchers/" + relation.voucherId(), "/api/v1/voucher-quotas/" + relation.quotaId(),
				"/api/v1/opportunities/" + relation.opportunityId() }) {
			hub.as("SOLUTION_PROVIDER_ADMIN_TOKEN").get(path).expect(404);
		}
	}

}
