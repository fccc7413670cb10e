package io.partnerhub.acceptance;

import java.math.BigDecimal;

import io.partnerhub.platform.testkit.HubClient.Answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * What the hub is for: a customer is won, gets money, a voucher and an opportunity,
 * leaves his partner, and everything the partner gave him is back, exactly once, however
 * often the events arrive.
 */
final class MainStory {

	private MainStory() {
	}

	static void tell(RunningHub hub) throws Exception {
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
