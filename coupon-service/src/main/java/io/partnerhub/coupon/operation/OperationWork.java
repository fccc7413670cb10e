package io.partnerhub.coupon.operation;

import java.util.Map;

/** Does the work of one kind of operation. */
public interface OperationWork {

	LongOperation.Kind kind();

	/**
	 * Whether chunks have to follow one another; others may be worked on by several
	 * instances at a time.
	 */
	boolean inTurn(LongOperation operation);

	/**
	 * Does the next few items inside the transaction that adds them to the progress; does
	 * nothing where it runs again after a crash that its transaction did not survive.
	 */
	Chunk next(LongOperation operation);

	/** How many items came to which end; codes of refusals among them. */
	default Map<String, Integer> outcomes(LongOperation operation) {
		return Map.of();
	}

}
