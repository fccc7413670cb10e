package io.partnerhub.billing.consumption;

import java.time.Instant;
import java.util.HexFormat;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * A file of consumption, known by its content: imported as a whole or not at all.
 *
 * @param objectId where its bytes lie until it is through; new each time it is begun
 * with, so that it names what is posted then
 * @param failure why nothing of it was taken
 * @param done rows read, of which some were posted, some were there already, and some
 * have a customer nobody had
 * @param attempts which try this is
 */
record ConsumptionImport(UUID id, byte[] sha256, long bytes, UUID objectId, State state, @Nullable String failure,
		long done, long posted, long repeated, long refused, int attempts, String operator, Instant createdAt,
		@Nullable Instant finishedAt) {

	/** Stands for its content in the references of rows that have no id. */
	String name() {
		return "file:" + HexFormat.of().formatHex(this.sha256, 0, 16);
	}

	/** Whether the same content would find more to take than the last time. */
	boolean worthRepeating() {
		return this.state == State.FAILED || (this.state == State.DONE && this.refused > 0);
	}

	/** From RUNNING to one of the others. */
	enum State {

		RUNNING, DONE, FAILED

	}

}
