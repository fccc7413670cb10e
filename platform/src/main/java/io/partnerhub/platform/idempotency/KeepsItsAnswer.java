package io.partnerhub.platform.idempotency;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a command that shares its transaction with others and therefore keeps its answer
 * itself, by {@link OncePerKey}, or that takes several transactions and keeps its key
 * with its own rows: the filter opens no transaction for it and hands its
 * {@link CommandKey} over.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface KeepsItsAnswer {

}
