package io.partnerhub.coupon;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import io.partnerhub.platform.testkit.ServiceTest;
import org.springframework.test.context.TestPropertySource;

/** The whole coupon-service over HTTP on a PostgreSQL of its own. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ServiceTest
@TestPropertySource(properties = "spring.config.name=coupon-service")
public @interface CouponTest {

}
