package io.partnerhub.localhub;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import io.partnerhub.localhub.engine.Part;
import io.partnerhub.localhub.home.HubFailure;
import io.partnerhub.localhub.home.Progress;

/** Starts services again that have died, as a cluster would, until the hub is over. */
final class Revival {

	private static final long LOOK_EVERY_S = 1;

	private final List<Part> parts;

	private final Progress progress;

	private final CountDownLatch over = new CountDownLatch(1);

	Revival(List<Part> parts, Progress progress) {
		this.parts = parts;
		this.progress = progress;
	}

	/** Comes back when the hub is over. */
	void run() throws InterruptedException {
		while (!this.over.await(LOOK_EVERY_S, TimeUnit.SECONDS)) {
			look();
		}
	}

	void look() {
		this.parts.stream().filter((part) -> !part.running()).forEach(this::startAgain);
	}

	/** From now on nothing is started that is not being started already. */
	void end() {
		this.over.countDown();
	}

	/** The part's own lock keeps it from being stopped in between. */
	private void startAgain(Part part) {
		synchronized (part) {
			if (this.over.getCount() == 0) {
				return;
			}
			this.progress.say(part.name() + " has died and is started again");
			try {
				part.start();
			}
			catch (HubFailure ex) {
				this.progress.say(part.name() + " did not start: " + ex.getMessage());
			}
		}
	}

}
