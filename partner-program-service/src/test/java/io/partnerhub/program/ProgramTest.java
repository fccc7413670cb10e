package io.partnerhub.program;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import io.partnerhub.platform.testkit.ServiceTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestConstructor;
import org.springframework.test.context.TestPropertySource;

/**
 * The whole partner-program-service over HTTP, with one vendor operator and a fixture
 * maker.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ServiceTest
@Import({ TestKeyset.class, A.class })
@TestConstructor(autowireMode = TestConstructor.AutowireMode.ALL)
@TestPropertySource(properties = { "spring.config.name=partner-program-service",
		"partnerhub.program.vendor-operators[0].issuer=" + A.VENDOR_ISSUER,
		"partnerhub.program.vendor-operators[0].subject=" + A.VENDOR_SUBJECT,
		"partnerhub.program.vendor-operators[0].login=vendor-operator", "partnerhub.program.members-per-partner=12" })
public @interface ProgramTest {

}
