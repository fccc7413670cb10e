package io.partnerhub.billing.withdrawal;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import io.partnerhub.billing.BillingTest;
import org.springframework.context.annotation.Import;

/** billing-service with a desk for withdrawals. */
@Inherited
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@BillingTest
@Import(Desk.class)
@interface WithdrawalTest {

}
