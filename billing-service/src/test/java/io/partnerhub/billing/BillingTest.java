package io.partnerhub.billing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import io.partnerhub.platform.testkit.ServiceTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestConstructor;
import org.springframework.test.context.TestPropertySource;

/**
 * billing-service over HTTP with a database of its own and the fixtures of its domain.
 */
@Inherited
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ServiceTest
@TestPropertySource(properties = { "spring.config.name=billing-service", "partnerhub.statements.enabled=false",
		"partnerhub.consumption.enabled=false", "partnerhub.order-line-exports.lines-per-part=2",
		"partnerhub.documents.folder=target/documents" })
@TestConstructor(autowireMode = TestConstructor.AutowireMode.ALL)
@Import({ TestKeyset.class, TestCoupons.class, Given.class, Books.class, Uploads.class })
public @interface BillingTest {

}
