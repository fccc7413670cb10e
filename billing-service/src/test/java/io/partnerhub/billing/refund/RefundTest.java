package io.partnerhub.billing.refund;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import io.partnerhub.billing.BillingTest;
import org.springframework.context.annotation.Import;

/** billing-service with a till. */
@Inherited
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@BillingTest
@Import(Till.class)
@interface RefundTest {

}
