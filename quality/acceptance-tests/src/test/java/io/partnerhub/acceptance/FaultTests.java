package io.partnerhub.acceptance;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;

import io.partnerhub.localhub.engine.Part;
import io.partnerhub.platform.Ids;
import io.partnerhub.platform.testkit.HubClient.Answer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * What crashes may delay but never lose or double. Each service runs in a process of its
 * own and is really killed.
 */
class FaultTests {

	private static RunningHub hub;

	@BeforeAll
	static void startHub() {
		hub = RunningHub.start(true);
	}

	@AfterAll
	static void stopHub() {
		hub.close();
	}

	/** Nothing may leak through a class path that services share. */
	@Test
	@Tag("REC-06")
	void tellsTheSameStoryWithSeparateProcesses() throws Exception {
		MainStory.tell(hub);
	}

	@Test
	@Tag("REC-06")
	void worksOnWithoutBrokerAndCatchesUp() throws Exception {
		Relation relation = new Relation(hub).begin("RESALE").grantQuota("200.00").appropriate("10.00").issue("50.00");
		hub.parts().kafka().kill();
		String second = relation.partner()
			.post("/api/v1/vouchers",
					Map.of("quotaId", relation.quotaId(), "customerIds", List.of(relation.customerId()), "faceValue",
							Relation.money("25.00")))
			.expect(201)
			.text("/vouchers/0/id");
		relation.end();
		assertThat(relation.request().text("/state")).isEqualTo("EXECUTING");
		hub.parts().kafka().start();
		Answer done = relation.awaitDone();
		assertThat(done.text("/settlement/vouchersReclaimed")).isEqualTo("2");
		assertThat(relation.partner().get("/api/v1/vouchers/" + second).text("/state")).isEqualTo("RECLAIMED");
		assertThat(relation.quotaBalance()).isEqualTo("200.00");
	}

	@Test
	@Tag("REC-06")
	void losesNothingWhenServicesDieBetweenCommitAndPublish() throws Exception {
		Relation relation = new Relation(hub).begin("RESALE").grantQuota("200.00").appropriate("10.00").issue("50.00");
		hub.parts().kafka().kill();
		relation.end();
		for (String name : List.of("customer-service", "coupon-service", "billing-service")) {
			hub.parts().service(name).kill();
		}
		hub.parts().kafka().start();
		for (String name : List.of("customer-service", "coupon-service", "billing-service")) {
			hub.parts().service(name).start();
		}
		Answer done = relation.awaitDone();
		assertThat(done.text("/settlement/vouchersReclaimed")).isEqualTo("1");
		assertThat(done.text("/settlement/balanceReturned/amount")).isEqualTo("10.00");
		assertThat(relation.records(3)).isOne();
	}

	@Test
	@Tag("DIS-06")
	@Tag("DIS-11")
	void settlesASwitchOfTheModelOnceAfterCrashes() throws Exception {
		Relation relation = new Relation(hub).begin("RESALE").grantQuota("200.00").appropriate("10.00").issue("50.00");
		Part coupon = hub.parts().service("coupon-service");
		Part customer = hub.parts().service("customer-service");
		Change change = Change.ofModel(relation);
		coupon.kill();
		change.consent();
		customer.kill();
		customer.start();
		coupon.start();
		Answer done = change.awaitDone();
		assertThat(done.text("/settlement/vouchersReclaimed")).isEqualTo("1");
		assertThat(done.text("/settlement/balanceReturned/amount")).isEqualTo("10.00");
		assertThat(relation.records(8)).isOne();
		assertThat(relation.quotaBalance()).isEqualTo("200.00");
	}

	@Test
	@Tag("X-12")
	@Tag("I-04")
	void goesOnWithAFileAfterACrashInItsMiddle() throws Exception {
		Relation relation = new Relation(hub).begin("RESALE").grantQuota("9000.00").issue("1.00");
		IssueFile file = new IssueFile(relation).rows(8000, relation.customerId(), "1.00").send(false);
		await().atMost(Relation.PATIENCE).until(() -> file.progress().json().at("/done").asInt() > 0);
		hub.parts().service("coupon-service").kill();
		Instant killed = Instant.now();
		hub.parts().service("coupon-service").start();
		Answer done = file.awaitDone();
		String newest = relation.partner()
			.get("/api/v1/vouchers?limit=1&quotaId=" + relation.quotaId())
			.text("/items/0/createdAt");
		assertThat(Instant.parse(newest)).as("there was work left").isAfter(killed);
		assertThat(done.text("/succeeded") + " " + done.text("/failed")).isEqualTo("8000 0");
		assertThat(file.rows("?state=WAITING").json().at("/items")).isEmpty();
		assertThat(relation.quotaBalance()).isEqualTo("999.00");
	}

	@Test
	void keepsEveryAcknowledgedWriteWhenTheDatabaseDies() throws Exception {
		Relation relation = new Relation(hub).begin("RESALE").grantQuota("1000.00").issue("1.00");
		List<String> acknowledged = new ArrayList<>();
		List<String> unknown = new ArrayList<>();
		AtomicBoolean killed = new AtomicBoolean();
		Thread killer = Thread.ofPlatform().start(() -> {
			await().until(() -> acknowledged.size() > 20);
			hub.parts().postgres().kill();
			killed.set(true);
			hub.parts().postgres().start();
		});
		await().atMost(Relation.PATIENCE).until(() -> {
			String key = Ids.next().toString();
			int status = issue(relation, key).status();
			assertThat(status).as("done, surely not done, or unknown").isIn(201, 503, 504);
			(status == 201 ? acknowledged : unknown).add(key);
			return killed.get() && !killer.isAlive() && acknowledged.size() > 40;
		});
		for (String key : unknown) {
			await().atMost(Relation.PATIENCE).until(() -> issue(relation, key).status() == 201);
		}
		for (String key : acknowledged) {
			assertThat(issue(relation, key).expect(201).header("Idempotency-Replayed")).isEqualTo("true");
		}
		int issued = 1 + acknowledged.size() + unknown.size();
		assertThat(relation.quotaBalance()).isEqualTo((1000 - issued) + ".00");
	}

	@Test
	void saysThatNothingWasDoneWhileAServiceIsDown() {
		Part coupon = hub.parts().service("coupon-service");
		coupon.kill();
		try {
			Answer answer = hub.as("DISTRIBUTOR_ADMIN_TOKEN").get("/api/v1/vouchers").expect(503);
			assertThat(answer.header("Retry-After")).isNotBlank();
		}
		finally {
			coupon.start();
		}
		await().atMost(Relation.PATIENCE)
			.until(() -> hub.as("DISTRIBUTOR_ADMIN_TOKEN").get("/api/v1/vouchers").status() == 200);
	}

	private static Answer issue(Relation relation, String key) {
		return relation.partner()
			.with("Idempotency-Key", key)
			.post("/api/v1/vouchers", Map.of("quotaId", relation.quotaId(), "customerIds",
					List.of(relation.customerId()), "faceValue", Relation.money("1.00")));
	}

}
