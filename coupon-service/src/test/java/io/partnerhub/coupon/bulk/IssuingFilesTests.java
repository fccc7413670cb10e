package io.partnerhub.coupon.bulk;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.partnerhub.contracts.AssociationType;
import io.partnerhub.coupon.A;
import io.partnerhub.coupon.CouponScenario;
import io.partnerhub.coupon.operation.Working;
import io.partnerhub.platform.Ids;
import io.partnerhub.platform.caller.Caller;
import io.partnerhub.platform.testkit.HubClient;
import io.partnerhub.platform.testkit.HubClient.Answer;
import io.partnerhub.platform.testkit.MovableClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;

@Tag("X-12")
class IssuingFilesTests extends CouponScenario {

	@Autowired
	private ApplicationContext service;

	@Autowired
	private MovableClock clock;

	private String quota = "";

	@BeforeEach
	void aPartnerWithQuotaAndCustomer() {
		this.hears.event(this.partner.linked(this.customer, 1, AssociationType.RESALE));
		this.quota = quota("20000.00");
	}

	@AfterEach
	void leavesNothingRunning() {
		Working.untilDone(this.service);
		this.clock.reset();
	}

	@Test
	@Tag("VOU-04")
	@Tag("LOG-01")
	void issuesRowByRowAndTellsWhatBecameOfEach() {
		UUID foreign = Ids.next();
		String id = accept(row(this.customer, "15000.00") + row(foreign, "1.00") + row(this.customer, "6000.00")
				+ "nobody,1.00\n" + row(this.customer, "5000.00"));
		Working.untilDone(this.service);
		Answer operation = operation(id);
		assertThat(operation.text("/state")).isEqualTo("DONE");
		assertThat(List.of("total", "done", "succeeded", "failed")).extracting((name) -> operation.text("/" + name))
			.containsExactly("5", "5", "2", "3");
		assertThat(operation.text("/outcomes/QUOTA_BALANCE_INSUFFICIENT")).isEqualTo("1");
		assertThat(codes(id, "")).containsExactly("", "CUSTOMER_NOT_ASSOCIATED", "QUOTA_BALANCE_INSUFFICIENT",
				"INVALID_ROW", "");
		assertThat(codes(id, "&state=FAILED")).hasSize(3);
		assertThat(balance()).isEqualTo("0.00");
		Answer failed = admin().get("/api/v1/voucher-records?succeeded=false").expect(200);
		assertThat(failed.text("/items/0/amount/amount")).isEqualTo("6000.00");
		assertThat(failed.text("/items/0/operator")).isEqualTo("admin");
	}

	@Test
	@Tag("VOU-04")
	void goesOnAfterACrashAndIssuesEachRowOnce() {
		String id = accept(row(this.customer, "1.00").repeat(250));
		assertThat(Working.oneChunk(this.service, id)).isTrue();
		Working.oneChunkThatIsLost(this.service, id);
		assertThat(operation(id).text("/done")).isEqualTo("100");
		assertThat(balance()).isEqualTo("19900.00");
		Working.untilDone(this.service);
		assertThat(operation(id).text("/succeeded")).isEqualTo("250");
		assertThat(vouchers(id)).isEqualTo(250);
		assertThat(balance()).isEqualTo("19750.00");
	}

	@Test
	@Tag("VOU-04")
	void sharesAFileAmongWorkersAndIssuesEachRowOnce() throws Exception {
		String id = accept(row(this.customer, "1.00").repeat(1_000));
		Callable<Void> worker = () -> {
			Working.untilDone(this.service);
			return null;
		};
		try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
			for (var outcome : threads.invokeAll(List.of(worker, worker))) {
				outcome.get();
			}
		}
		assertThat(operation(id).text("/state")).isEqualTo("DONE");
		assertThat(operation(id).text("/succeeded")).isEqualTo("1000");
		assertThat(vouchers(id)).isEqualTo(1_000);
		assertThat(balance()).isEqualTo("19000.00");
	}

	@Test
	void worksThroughTenThousandRows() {
		List<UUID> customers = Stream.generate(Ids::next).limit(20).toList();
		customers.forEach((each) -> this.hears.event(this.partner.linked(each, 1, AssociationType.RESALE)));
		String rows = customers.stream().map((each) -> row(each, "1.50").repeat(500)).collect(Collectors.joining());
		String id = accept(rows);
		Working.untilDone(this.service);
		assertThat(operation(id).text("/succeeded")).isEqualTo("10000");
		assertThat(operation(id).text("/amount/amount")).isEqualTo("15000.00");
		assertThat(balance()).isEqualTo("5000.00");
	}

	@Test
	void issuesNothingMoreOnceItIsCancelled() {
		String id = accept(row(this.customer, "1.00").repeat(150));
		Working.oneChunk(this.service, id);
		String cancellation = "/api/v1/coupon-operations/" + id + "/cancellation";
		assertThat(admin().post(cancellation, "").expect(200).text("/state")).isEqualTo("CANCELLED");
		Working.untilDone(this.service);
		assertThat(balance()).isEqualTo("19900.00");
		assertThat(operation(id).text("/done")).isEqualTo("100");
		assertThat(codes(id, "&state=WAITING")).hasSize(50);
		admin().post(cancellation, "").refused(409, "OPERATION_NOT_RUNNING");
	}

	@Test
	void tellsInADryRunWhatWouldHappen() {
		String id = as(this.partner.administrator().withCodeRequired(true)).with("Idempotency-Key", "")
			.post(path() + "&dryRun=true", file(row(this.customer, "150.00").repeat(150)))
			.expect(202)
			.text("/id");
		Working.untilDone(this.service);
		assertThat(operation(id).text("/succeeded")).isEqualTo("133");
		assertThat(operation(id).text("/outcomes/QUOTA_BALANCE_INSUFFICIENT")).isEqualTo("17");
		assertThat(balance()).isEqualTo("20000.00");
		assertThat(admin().get("/api/v1/vouchers").json().at("/items")).isEmpty();
		assertThat(admin().get("/api/v1/voucher-records").json().at("/items")).isEmpty();
	}

	@Test
	void showsNothingToOthers() {
		String id = accept(row(this.customer, "1.00"));
		A.Partner other = A.partner();
		this.hears.event(other.registered());
		HubClient.As stranger = this.client.as(other.administrator());
		stranger.get("/api/v1/coupon-operations/" + id).refused(404, "OPERATION_NOT_FOUND");
		stranger.get("/api/v1/coupon-operations/" + id + "/rows").refused(404, "OPERATION_NOT_FOUND");
		stranger.post("/api/v1/coupon-operations/" + id + "/cancellation", "").refused(404, "OPERATION_NOT_FOUND");
		stranger.with("Content-Type", "text/csv")
			.post(path(), file(row(this.customer, "1.00")))
			.refused(404, "QUOTA_NOT_FOUND");
		this.client.as(this.partner.supervisor(Ids.next()))
			.get("/api/v1/coupon-operations/" + id)
			.refused(404, "OPERATION_NOT_FOUND");
		assertThat(admin().get("/api/v1/coupon-operations?kind=VOUCHER_ISSUE").text("/items/0/id")).isEqualTo(id);
	}

	@Test
	void acceptsTheSameFileOnceForTheSameKey() {
		HubClient.As once = as(this.partner.administrator()).with("Idempotency-Key", "file");
		String rows = file(row(this.customer, "1.00").repeat(8_000));
		String id = once.post(path(), rows).expect(202).text("/id");
		assertThat(once.post(path(), rows).expect(202).text("/id")).isEqualTo(id);
		once.post(path(), rows + row(this.customer, "1.00")).refused(422, "IDEMPOTENCY_KEY_REUSED");
		admin().post("/api/v1/coupon-operations/" + id + "/cancellation", "").expect(200);
	}

	@Test
	@Tag("X-01")
	void asksForACode() {
		as(this.partner.administrator().withCodeRequired(true)).post(path(), file(row(this.customer, "1.00")))
			.refused(403, "VERIFICATION_REQUIRED");
	}

	@Test
	void leavesNothingOfAFileThatIsRefused() {
		as(this.partner.administrator()).post(path(), "no,file\n").refused(400, "MALFORMED_FILE");
		admin().post(path(), "{}").refused(415, "UNSUPPORTED_MEDIA_TYPE");
		assertThat(admin().get("/api/v1/coupon-operations").json().at("/items")).isEmpty();
	}

	@Test
	void letsOnlySoManyRun() {
		for (int i = 0; i < 5; i++) {
			accept(row(this.customer, "1.00"));
		}
		as(this.partner.administrator()).post(path(), file(row(this.customer, "1.00")))
			.refused(409, "TOO_MANY_OPERATIONS");
		Working.untilDone(this.service);
		accept(row(this.customer, "1.00"));
	}

	@Test
	void forgetsTheRowsAfterThirtyDays() {
		String id = accept(row(this.customer, "1.00"));
		Working.untilDone(this.service);
		IssueFiles files = this.service.getBean(IssueFiles.class);
		TransactionTemplate transaction = new TransactionTemplate(
				this.service.getBean(PlatformTransactionManager.class));
		this.clock.advance(Duration.ofDays(30).minusSeconds(1));
		transaction.executeWithoutResult((_) -> files.purge());
		assertThat(codes(id, "")).hasSize(1);
		this.clock.advance(Duration.ofSeconds(1));
		for (int round = 0; round < 5; round++) {
			transaction.executeWithoutResult((_) -> files.purge());
		}
		assertThat(codes(id, "")).isEmpty();
		assertThat(operation(id).text("/succeeded")).isEqualTo("1");
	}

	private String accept(String rows) {
		Answer answer = as(this.partner.administrator()).post(path(), file(rows)).expect(202);
		assertThat(answer.header("Location")).isEqualTo("/api/v1/coupon-operations/" + answer.text("/id"));
		return answer.text("/id");
	}

	private String path() {
		return "/api/v1/voucher-issues?quotaId=" + this.quota;
	}

	private static String file(String rows) {
		return "customerId,faceValue\n" + rows;
	}

	private static String row(UUID customer, String face) {
		return customer + "," + face + "\n";
	}

	private List<String> codes(String operation, String filter) {
		return admin().get("/api/v1/coupon-operations/" + operation + "/rows?limit=100" + filter)
			.expect(200)
			.json()
			.at("/items")
			.valueStream()
			.map((row) -> row.at("/code").asString(""))
			.toList();
	}

	private int vouchers(String operation) {
		return this.jdbc.sql("""
				select count(*) from coupon c join voucher_issue_row r on r.voucher_id = c.id
				where r.operation_id = :id::uuid and c.quota_id = :quota::uuid
				""").param("id", operation).param("quota", this.quota).query(Integer.class).single();
	}

	private Answer operation(String id) {
		return admin().get("/api/v1/coupon-operations/" + id).expect(200);
	}

	private String balance() {
		return balance(this.quota);
	}

	private HubClient.As as(Caller caller) {
		return this.client.as(caller).with("Content-Type", "text/csv");
	}

}
