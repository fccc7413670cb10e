package io.partnerhub.gateway.signature;

import java.time.Duration;
import java.time.Instant;

/** How often in a row a key failed from one address, and when last. */
record KeyFailures(int count, Instant last) {

	/**
	 * More failures than tolerated lock the key for this address until the lock runs out.
	 */
	boolean locks(int tolerated, Duration lock, Instant now) {
		return this.count > tolerated && now.isBefore(this.last.plus(lock));
	}

}
