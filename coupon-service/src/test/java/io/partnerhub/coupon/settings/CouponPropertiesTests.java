package io.partnerhub.coupon.settings;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.validation.BindValidationException;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;

/** The service starts with numbers inside their ranges only. */
class CouponPropertiesTests {

	private final ApplicationContextRunner service = new ApplicationContextRunner()
		.withUserConfiguration(Numbers.class);

	@Test
	void startsWithTheDefaults() {
		this.service.run((context) -> assertThat(context.getBean(CouponProperties.class).reclaim())
			.isEqualTo(new CouponProperties.Reclaim(500, 2000, 0.25)));
	}

	@ParameterizedTest
	@ValueSource(strings = { "issue.customers-per-command=0", "issue.customers-per-open-api-call=1001",
			"reclaim.vouchers-per-event=501", "reclaim.coupons-per-step=0", "reclaim.rest-when-busy=10.5",
			"reclaim.rest-when-busy=-0.1", "expiry.coupons-per-window=0", "expiry.notice-days=366",
			"whitelist.rows-per-command=10001", "whitelist.rows-per-file=100001", "whitelist.reported-rows=0" })
	void doesNotStartWithANumberOutsideItsRange(String number) {
		this.service.withPropertyValues("partnerhub.coupon." + number)
			.run((context) -> assertThat(context).getFailure().hasRootCauseInstanceOf(BindValidationException.class));
	}

	@Configuration(proxyBeanMethods = false)
	@EnableConfigurationProperties(CouponProperties.class)
	static class Numbers {

	}

}
