package io.partnerhub.billing;

import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/** Tells every service under test where the played coupon-service is, before it looks. */
public class CouponStubAddress implements ApplicationContextInitializer<ConfigurableApplicationContext> {

	@Override
	public void initialize(ConfigurableApplicationContext context) {
		TestPropertyValues.of("partnerhub.services.coupon=" + TestCoupons.STUB.url()).applyTo(context);
	}

}
