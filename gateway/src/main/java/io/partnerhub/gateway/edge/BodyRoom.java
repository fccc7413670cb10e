package io.partnerhub.gateway.edge;

import java.util.concurrent.Semaphore;

import io.partnerhub.gateway.answer.Refusal;
import org.springframework.stereotype.Component;

/**
 * Bounds one body to 12 MB (API-02) and all bodies held at once to the memory set aside
 * for them.
 */
@Component
public class BodyRoom {

	private static final int UNIT = 4096;

	private final int limit;

	private final Semaphore units;

	BodyRoom(EdgeProperties properties) {
		this.limit = (int) properties.bodyLimit().toBytes();
		this.units = new Semaphore((int) (properties.bodiesInMemory().toBytes() / UNIT));
	}

	int limit() {
		return this.limit;
	}

	/** Takes room for so many bytes and returns what to give back. */
	int take(int bytes) {
		int wanted = bytes / UNIT + 1;
		if (!this.units.tryAcquire(wanted)) {
			throw Refusal.unavailable("Too many large requests at the moment; nothing was done.");
		}
		return wanted;
	}

	void giveBack(int taken) {
		this.units.release(taken);
	}

}
