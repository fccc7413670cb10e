package io.partnerhub.platform.batch;

import java.util.function.Function;
import java.util.function.Supplier;

import io.partnerhub.platform.problem.Problem;
import org.jspecify.annotations.Nullable;

/**
 * What became of one command among others: its answer, or why it alone was refused.
 */
public final class Outcome<R> {

	private final @Nullable R answer;

	private final @Nullable RuntimeException refusal;

	private Outcome(@Nullable R answer, @Nullable RuntimeException refusal) {
		this.answer = answer;
		this.refusal = refusal;
	}

	public static <R> Outcome<R> of(R answer) {
		return new Outcome<>(answer, null);
	}

	public static <R> Outcome<R> refused(RuntimeException refusal) {
		return new Outcome<>(null, refusal);
	}

	/** Decides one command: a problem refuses it, and no other. */
	public static <R> Outcome<R> decided(Supplier<R> decision) {
		try {
			return of(decision.get());
		}
		catch (Problem ex) {
			return refused(ex);
		}
	}

	public <T> Outcome<T> map(Function<R, T> next) {
		return (this.answer != null) ? of(next.apply(this.answer)) : refused(reason());
	}

	public boolean isRefused() {
		return this.answer == null;
	}

	/** The answer, or the refusal as an exception. */
	public R get() {
		if (this.answer == null) {
			throw reason();
		}
		return this.answer;
	}

	private RuntimeException reason() {
		return (this.refusal != null) ? this.refusal : new IllegalStateException("neither answered nor refused");
	}

}
