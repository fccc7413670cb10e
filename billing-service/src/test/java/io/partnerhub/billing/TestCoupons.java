package io.partnerhub.billing;

import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/** A coupon-service played beside the service under test. */
@TestConfiguration(proxyBeanMethods = false)
class TestCoupons {

	static final CouponStub STUB = new CouponStub();

	@Bean
	CouponStub couponStub() {
		return STUB;
	}

}
