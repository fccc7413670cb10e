package io.partnerhub.coupon.coupon;

import io.micrometer.core.instrument.MeterRegistry;
import io.partnerhub.coupon.CouponScenario;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/** Long work can tell whether the service answers requests. */
@Tag("REC-06")
class BusyServiceTests extends CouponScenario {

	@Test
	void measuresTheRequestsThatAreBeingAnswered(@Autowired MeterRegistry metrics) {
		admin().get("/api/v1/vouchers").expect(200);
		assertThat(metrics.find(Courtesy.REQUESTS).longTaskTimers()).isNotEmpty();
	}

}
