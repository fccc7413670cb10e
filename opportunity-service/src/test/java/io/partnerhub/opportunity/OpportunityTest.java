package io.partnerhub.opportunity;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import io.partnerhub.platform.testkit.ServiceTest;

import org.springframework.test.context.TestConstructor;
import org.springframework.test.context.TestPropertySource;

/** opportunity-service over HTTP with its own PostgreSQL. */
@Documented
@Inherited
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ServiceTest
@TestPropertySource(properties = "spring.config.name=opportunity-service")
@TestConstructor(autowireMode = TestConstructor.AutowireMode.ALL)
public @interface OpportunityTest {

}
