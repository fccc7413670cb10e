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

	boolean failed() {
		return this.state == State.FAILED;
	}

	/** Outcome of a check. */
	enum State {

		PASSED, FAILED, UNKNOWN

	}

}
