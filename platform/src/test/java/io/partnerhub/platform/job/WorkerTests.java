package io.partnerhub.platform.job;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class WorkerTests {

	private static final Duration NEVER = Duration.ofDays(1);

	private final AtomicInteger rounds = new AtomicInteger();

	@Test
	void worksWhenItStartsAndWhenItIsToldThatThereIsWork() {
		Worker worker = new Worker("test", true, NEVER, this.rounds::incrementAndGet);
		worker.start();
		await().until(() -> this.rounds.get() == 1);
		committed(worker);
		await().until(() -> this.rounds.get() == 2);
		worker.wake();
		await().until(() -> this.rounds.get() == 3);
		worker.stop();
		assertThat(worker.isRunning()).isFalse();
	}

	@Test
	void looksForItselfAndGoesOnAfterAFailure() {
		Worker worker = new Worker("test", true, Duration.ofMillis(1), () -> {
			this.rounds.incrementAndGet();
			throw new IllegalStateException("the database is away");
		});
		worker.start();
		await().until(() -> this.rounds.get() > 2);
		worker.stop();
	}

	@Test
	void doesNothingWhereItIsSwitchedOff() {
		Worker worker = new Worker("test", false, NEVER, this.rounds::incrementAndGet);
		worker.start();
		assertThat(worker.isRunning()).isFalse();
		assertThat(this.rounds).hasValue(0);
	}

	private static void committed(Worker worker) {
		TransactionSynchronizationManager.initSynchronization();
		try {
			worker.wakeAfterCommit();
			TransactionSynchronizationManager.getSynchronizations().forEach(TransactionSynchronization::afterCommit);
		}
		finally {
			TransactionSynchronizationManager.clearSynchronization();
		}
	}

}
