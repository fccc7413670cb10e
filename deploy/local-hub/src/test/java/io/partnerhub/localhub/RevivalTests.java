package io.partnerhub.localhub;

import java.util.List;

import io.partnerhub.localhub.engine.Part;
import io.partnerhub.localhub.home.HubFailure;
import io.partnerhub.localhub.home.Progress;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What dies comes back, until the hub is over. */
class RevivalTests {

	private final Fragile dead = new Fragile(false);

	private final Fragile alive = new Fragile(true);

	private final Revival revival = new Revival(List.of(this.dead, this.alive), Progress.silent());

	@Test
	void startsWhatHasDiedAndNothingElse() {
		this.revival.look();
		assertThat(this.dead.starts).isOne();
		assertThat(this.alive.starts).isZero();
		this.revival.look();
		assertThat(this.dead.starts).isOne();
	}

	@Test
	void triesAgainWhatDoesNotStart() {
		this.dead.breaks = true;
		this.revival.look();
		this.dead.breaks = false;
		this.revival.look();
		assertThat(this.dead.running()).isTrue();
	}

	@Test
	void startsNothingOnceTheHubIsOver() throws InterruptedException {
		this.revival.end();
		this.revival.look();
		this.revival.run();
		assertThat(this.dead.starts).isZero();
	}

	/** Counts how often it was started. */
	private static final class Fragile implements Part {

		private boolean running;

		private boolean breaks;

		private int starts;

		Fragile(boolean running) {
			this.running = running;
		}

		@Override
		public String name() {
			return "fragile";
		}

		@Override
		public void start() {
			this.starts++;
			if (this.breaks) {
				throw new HubFailure("does not start", "Mend it.");
			}
			this.running = true;
		}

		@Override
		public void stop() {
			this.running = false;
		}

		@Override
		public void kill() {
			this.running = false;
		}

		@Override
		public boolean running() {
			return this.running;
		}

	}

}
