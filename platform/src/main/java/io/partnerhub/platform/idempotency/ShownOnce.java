package io.partnerhub.platform.idempotency;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Names the fields of an answer that are shown once, such as a secret: they are taken out
 * of the answer that is kept, so that a repeat gets it without them and nothing readable
 * stays behind.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface ShownOnce {

	/** Top-level fields of the JSON answer. */
	String[] value();

}
