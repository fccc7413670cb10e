package io.partnerhub.customer.relation;

import java.util.Map;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * One finding of the account check (DIS-02), with what to do about it; an answer that is
 * missing is UNKNOWN and neither passes nor fails silently.
 */
@Schema(name = "DisassociationCheck")
record Check(String code, State state, @Nullable String detail, @Nullable String remedy, Map<String, Object> facts) {

	static final String BILLING_UNREACHABLE = "BILLING_UNREACHABLE";

	boolean failed() {
		return this.state == State.FAILED;
	}

	boolean unknown() {
		return this.state == State.UNKNOWN;
	}

	/** A fact nobody has told does not stop anybody; a service that is silent does. */
	boolean blocks() {
		return failed() || this.code.equals(BILLING_UNREACHABLE);
	}

	/** Two sources of one check: the worse finding counts, of equal ones the later. */
	Check or(Check other) {
		return (other.state.compareTo(this.state) >= 0) ? other : this;
	}

	/** Outcome of a check, the worst last. */
	enum State {

		PASSED, UNKNOWN, FAILED

	}

}
