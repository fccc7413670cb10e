package io.partnerhub.customer.check;

import java.util.Map;

import io.partnerhub.platform.problem.Problem;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * One finding of an account check, with what to do about it (ASC-04, DIS-02); an answer
 * that is missing is UNKNOWN and neither passes nor fails silently (CUS-02).
 */
@Schema(name = "AccountCheck")
public record Check(String code, State state, @Nullable String detail, @Nullable String remedy,
		Map<String, Object> facts) {

	private static final String BILLING_UNREACHABLE = "BILLING_UNREACHABLE";

	public static Check passed(String code) {
		return new Check(code, State.PASSED, null, null, Map.of());
	}

	public static Check failed(String code, @Nullable String detail, Map<String, Object> facts) {
		return new Check(code, State.FAILED, detail, null, facts);
	}

	public static Check unknown(String code, String detail) {
		return new Check(code, State.UNKNOWN, detail, null, Map.of());
	}

	/** A missing answer of billing is a finding of its own. */
	public static Check unreachable(Problem problem) {
		return unknown(BILLING_UNREACHABLE, problem.detail());
	}

	public boolean is(State state) {
		return this.state == state;
	}

	/** A fact nobody has told does not stop anybody; a service that is silent does. */
	public boolean blocks() {
		return is(State.FAILED) || this.code.equals(BILLING_UNREACHABLE);
	}

	/** The same finding for somebody who may not see the facts behind it. */
	public Check withoutFacts() {
		return new Check(this.code, this.state, null, this.remedy, Map.of());
	}

	/** Of two findings under one code the graver counts, and of equal ones the other. */
	public Check orWorse(Check other) {
		return (other.gravity() >= gravity()) ? other : this;
	}

	private int gravity() {
		return switch (this.state) {
			case PASSED -> 0;
			case UNKNOWN -> 1;
			case FAILED -> 2;
		};
	}

	/** Outcome of a check. */
	public enum State {

		PASSED, FAILED, UNKNOWN

	}

}
