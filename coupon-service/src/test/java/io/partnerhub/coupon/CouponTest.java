package io.partnerhub.coupon;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import io.partnerhub.platform.testkit.ServiceTest;
import org.springframework.test.context.TestPropertySource;

/**
 * The whole coupon-service over HTTP on a PostgreSQL of its own; long operations wait
 * until a test works on them.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ServiceTest
@TestPropertySource(properties = { "spring.config.name=coupon-service", "partnerhub.operations.enabled=false",
		"partnerhub.exports.folder=target/exports" })
public @interface CouponTest {

}
