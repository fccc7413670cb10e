package io.partnerhub.coupon.export;

import java.time.Duration;
import java.util.Map;

import io.partnerhub.coupon.cashcoupon.SubsidyScenario;
import io.partnerhub.coupon.operation.Working;
import io.partnerhub.platform.testkit.MovableClock;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

class ExportingCashRecordsTests extends SubsidyScenario {

	@Autowired
	private ApplicationContext service;

	@Test
	@Tag("CSH-11")
	@Tag("X-03")
	void namesCustomersWithoutALinkAnonymised() {
		coupon(cashQuota("100.00", false), "10.00", listedAccount());
		String id = admin()
			.post("/api/v1/voucher-record-exports", Map.of("couponType", "CASH_COUPON", "from", MovableClock.START,
					"to", MovableClock.START.plus(Duration.ofDays(1))))
			.expect(202)
			.text("/id");
		Working.untilDone(this.service);
		assertThat(admin().get("/api/v1/voucher-record-exports/" + id + "/file").expect(200).response().body().lines())
			.hasSize(2)
			.last()
			.asString()
			.contains("C***", "a***", "10.00");
	}

}
