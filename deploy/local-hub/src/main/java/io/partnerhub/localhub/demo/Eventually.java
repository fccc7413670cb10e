package io.partnerhub.localhub.demo;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

import io.partnerhub.localhub.home.HubFailure;

/**
 * Repeats what a service refuses only because the news of another has not reached it yet:
 * services learn of each other's facts by events.
 */
final class Eventually {

	private static final Duration PATIENCE = Duration.ofSeconds(60);

	private static final long PAUSE_MS = 150;

	private static final Set<Integer> MAY_CHANGE = Set.of(401, 403, 404, 409, 429, 503, 504);

	private Eventually() {
	}

	static <T> T succeeds(Supplier<T> call) {
		long end = System.nanoTime() + PATIENCE.toNanos();
		while (true) {
			try {
				return call.get();
			}
			catch (Http.Refused ex) {
				if (!MAY_CHANGE.contains(ex.status()) || System.nanoTime() > end) {
					throw HubFailure.of("The demo data could not be made", ex, "Read the hub's log with './hub logs'.");
				}
			}
			pause();
		}
	}

	static <T> T appears(String what, Supplier<Optional<T>> look) {
		long end = System.nanoTime() + PATIENCE.toNanos();
		while (true) {
			Optional<T> found = look.get();
			if (found.isPresent()) {
				return found.get();
			}
			if (System.nanoTime() > end) {
				throw new HubFailure(what + " did not appear within " + PATIENCE.toSeconds() + " s",
						"Read the hub's log with './hub logs'.");
			}
			pause();
		}
	}

	private static void pause() {
		try {
			if (new CountDownLatch(1).await(PAUSE_MS, TimeUnit.MILLISECONDS)) {
				throw new IllegalStateException("A latch that nobody opens has opened");
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

}
