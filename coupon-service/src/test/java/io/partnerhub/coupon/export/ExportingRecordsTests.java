package io.partnerhub.coupon.export;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.partnerhub.contracts.AssociationType;
import io.partnerhub.coupon.A;
import io.partnerhub.coupon.CouponScenario;
import io.partnerhub.coupon.operation.Working;
import io.partnerhub.platform.Ids;
import io.partnerhub.platform.testkit.HubClient;
import io.partnerhub.platform.testkit.HubClient.Answer;
import io.partnerhub.platform.testkit.MovableClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;

@TestPropertySource(properties = "partnerhub.exports.records-per-part=2")
class ExportingRecordsTests extends CouponScenario {

	private static final String EXPORTS = "/api/v1/voucher-record-exports";

	@Autowired
	private ApplicationContext service;

	@Autowired
	private MovableClock clock;

	private String quota = "";

	@BeforeEach
	void aPartnerWithRecords() {
		this.hears.event(this.partner.linked(this.customer, 1, AssociationType.RESALE));
		this.quota = quota("150.00");
		issue("1.00", "=1+1");
		issue("2.00", "ask li.lei@acme.example");
		issue("3.00", "ok");
	}

	@AfterEach
	void leavesNothingRunning() {
		Working.untilDone(this.service);
		this.clock.reset();
	}

	@Test
	@Tag("X-03")
	@Tag("X-04")
	@Tag("LOG-01")
	void writesAnAnonymisedFile() {
		String id = export(Map.of());
		file(id).refused(409, "EXPORT_NOT_READY");
		Working.untilDone(this.service);
		String text = file(id).expect(200).response().body();
		assertThat(text).startsWith("\uFEFFTime (UTC),").doesNotContain("Customer,customer", "li.lei");
		List<String> lines = text.lines().toList();
		assertThat(lines).hasSize(4);
		assertThat(lines.get(1)).contains("Issue", "C***", "c***", "3.00", "CNY", "Succeeded", "admin", "ok");
		assertThat(lines.get(2)).endsWith("ask l***@a***.example");
		assertThat(lines.get(3)).endsWith("'=1+1");
		assertThat(admin().get("/api/v1/coupon-operations/" + id).text("/total")).isEqualTo("3");
	}

	@Test
	void writesInTheLanguageOfWhoAsks() {
		Answer begun = admin().with("Accept-Language", "zh-CN").post(EXPORTS, wish(Map.of())).expect(202);
		Working.untilDone(this.service);
		Answer file = file(begun.text("/id")).expect(200);
		assertThat(file.response().body()).contains("操作时间", "发放", "成功");
		assertThat(file.header("Content-Type")).isEqualTo("text/csv;charset=UTF-8");
	}

	@Test
	@Tag("CSH-11")
	void holdsOnlyWhatIsAskedFor() {
		String none = export(Map.of("couponType", "CASH_COUPON"));
		String named = export(Map.of("customerName", "ustom", "operator", "admin"));
		String other = export(Map.of("customerName", "Customer x"));
		Working.untilDone(this.service);
		assertThat(file(none).response().body().lines()).hasSize(1);
		assertThat(file(named).response().body().lines()).hasSize(4);
		assertThat(file(other).response().body().lines()).hasSize(1);
	}

	@Test
	@Tag("X-05")
	void refusesThirteenMonths() {
		Map<String, Object> wish = wish(Map.of("from", "2025-02-01T00:00:00Z", "to", "2026-03-01T00:00:00Z"));
		assertThat(admin().post(EXPORTS, wish).refused(400, "EXPORT_RANGE_TOO_LONG").text("/months")).isEqualTo("12");
		admin().post(EXPORTS, Map.of("from", "2025-02-01T00:00:00Z")).refused(400, "INVALID_REQUEST");
	}

	@Test
	@Tag("X-04")
	void keepsTheFileForThreeDays() {
		String id = export(Map.of());
		Working.untilDone(this.service);
		this.clock.advance(Duration.ofDays(3).minusSeconds(1));
		expire();
		file(id).expect(200);
		this.clock.advance(Duration.ofSeconds(1));
		file(id).refused(409, "EXPORT_EXPIRED");
		expire();
		assertThat(java.nio.file.Path.of("target", "exports", id)).doesNotExist();
		assertThat(admin().get("/api/v1/coupon-operations/" + id).text("/state")).isEqualTo("EXPIRED");
		assertThat(admin().get(EXPORTS).text("/items/0/state")).isEqualTo("EXPIRED");
	}

	@Test
	void writesTheSameFileAfterACrash() {
		String id = export(Map.of());
		Working.oneChunk(this.service, id);
		Working.oneChunkThatIsLost(this.service, id);
		Working.untilDone(this.service);
		assertThat(file(id).expect(200).response().body().lines()).hasSize(4);
	}

	@Test
	void showsNothingToOthers() {
		String id = export(Map.of());
		Working.untilDone(this.service);
		A.Partner other = A.partner();
		this.hears.event(other.registered());
		HubClient.As stranger = this.client.as(other.administrator());
		stranger.get(EXPORTS + "/" + id + "/file").refused(404, "OPERATION_NOT_FOUND");
		assertThat(stranger.get(EXPORTS).json().at("/items")).isEmpty();
		HubClient.As supervisor = this.client.as(this.partner.supervisor(Ids.next()));
		String own = supervisor.post(EXPORTS, wish(Map.of())).expect(202).text("/id");
		Working.untilDone(this.service);
		assertThat(file(own).response().body().lines()).hasSize(1);
		supervisor.get(EXPORTS + "/" + id + "/file").refused(404, "OPERATION_NOT_FOUND");
	}

	private void expire() {
		RecordExports exports = this.service.getBean(RecordExports.class);
		new TransactionTemplate(this.service.getBean(PlatformTransactionManager.class))
			.executeWithoutResult((_) -> exports.expire());
	}

	private String export(Map<String, Object> filters) {
		return admin().post(EXPORTS, wish(filters)).expect(202).text("/id");
	}

	private static Map<String, Object> wish(Map<String, Object> filters) {
		Map<String, Object> wish = new LinkedHashMap<>(
				Map.of("from", "2026-01-01T00:00:00Z", "to", "2026-04-01T00:00:00Z"));
		wish.putAll(filters);
		return wish;
	}

	private void issue(String face, String remark) {
		Map<String, Object> issue = A.issue(this.quota, face, this.customer);
		issue.put("remark", remark);
		admin().post("/api/v1/vouchers", issue).expect(201);
	}

	private Answer file(String id) {
		return admin().get(EXPORTS + "/" + id + "/file");
	}

}
