package io.partnerhub.coupon.operation;

import java.time.Duration;
import java.util.UUID;

import io.partnerhub.contracts.AssociationType;
import io.partnerhub.coupon.A;
import io.partnerhub.coupon.CouponTest;
import io.partnerhub.platform.Ids;
import io.partnerhub.platform.caller.Caller;
import io.partnerhub.platform.testkit.Hears;
import io.partnerhub.platform.testkit.HubClient;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

import static org.awaitility.Awaitility.await;

/** An instance works on operations without being told. */
@CouponTest
@TestPropertySource(properties = { "partnerhub.operations.enabled=true", "partnerhub.operations.poll-interval=1s" })
class WorkingByItselfTests {

	private final A.Partner partner = A.partner();

	private final UUID customer = Ids.next();

	@Autowired
	private HubClient client;

	@Autowired
	private Hears hears;

	@Autowired
	private JdbcClient jdbc;

	@Test
	void worksOnWhatIsAcceptedAndOnWhatWasLeftBehind() {
		String first = accept();
		awaitState(first, "DONE");
		this.jdbc.sql("update voucher_issue_row set outcome = 'WAITING', voucher_id = null where operation_id = :id")
			.param("id", UUID.fromString(first))
			.update();
		this.jdbc
			.sql("update operation set state = 'RUNNING', finished_at = null, done = 0, succeeded = 0 where id = :id")
			.param("id", UUID.fromString(first))
			.update();
		awaitState(first, "DONE");
	}

	private void awaitState(String id, String state) {
		await().atMost(Duration.ofSeconds(30))
			.until(() -> admin().get("/api/v1/coupon-operations/" + id).text("/state").equals(state));
	}

	private String accept() {
		this.hears.event(this.partner.registered());
		this.hears.event(this.partner.linked(this.customer, 1, AssociationType.RESALE));
		String quota = this.client.as(Caller.vendor("operator"))
			.post("/api/v1/vendor/voucher-quotas", A.grant(this.partner, "150.00"))
			.expect(201)
			.text("/id");
		return admin().with("Content-Type", "text/csv")
			.post("/api/v1/voucher-issues?quotaId=" + quota, "customerId,faceValue\n" + this.customer + ",1.00\n")
			.expect(202)
			.text("/id");
	}

	private HubClient.As admin() {
		return this.client.as(this.partner.administrator());
	}

}
