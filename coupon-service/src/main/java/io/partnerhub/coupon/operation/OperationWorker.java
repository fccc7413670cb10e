package io.partnerhub.coupon.operation;

import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Works on whatever operations run, one chunk of each in turn, so that a long file holds
 * up no short one. It is woken when one is accepted and looks for itself now and then:
 * what another instance left behind is found that way.
 */
@Component
class OperationWorker implements SmartLifecycle {

	private static final Logger log = LoggerFactory.getLogger(OperationWorker.class);

	private final OperationSettings settings;

	private final Semaphore signal = new Semaphore(0);

	private final ObjectProvider<LongOperations> operations;

	private volatile boolean running;

	private volatile @Nullable Thread thread;

	OperationWorker(OperationSettings settings, ObjectProvider<LongOperations> operations) {
		this.settings = settings;
		this.operations = operations;
	}

	void wakeAfterCommit() {
		TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {

			@Override
			public void afterCommit() {
				OperationWorker.this.signal.release();
			}

		});
	}

	/** Works until nothing is left to do, or all that is left fails. */
	void drain() {
		boolean more = true;
		while (more) {
			more = false;
			for (UUID id : all().running()) {
				more |= step(id);
			}
			more &= !Thread.currentThread().isInterrupted();
		}
	}

	@Override
	public void start() {
		if (this.settings.enabled()) {
			this.running = true;
			this.thread = Thread.ofPlatform().name("operations").daemon().start(this::run);
		}
	}

	@Override
	public void stop() {
		this.running = false;
		Thread stopped = this.thread;
		if (stopped != null) {
			stopped.interrupt();
			this.thread = null;
		}
	}

	@Override
	public boolean isRunning() {
		return this.running;
	}

	private void run() {
		while (this.running) {
			try {
				this.signal.drainPermits();
				drain();
				boolean woken = this.signal.tryAcquire(this.settings.pollInterval().toMillis(), TimeUnit.MILLISECONDS);
				log.trace("woken: {}", woken);
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
				this.running = false;
			}
			catch (RuntimeException ex) {
				log.warn("operations cannot be worked on at present: {}", ex.toString());
				pause();
			}
		}
	}

	private void pause() {
		try {
			TimeUnit.MILLISECONDS.sleep(this.settings.pollInterval().toMillis());
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private boolean step(UUID id) {
		try {
			return all().step(id);
		}
		catch (LongOperations.Cancelled cancelled) {
			log.info("operation {} was cancelled in the middle of a chunk", id);
		}
		catch (RuntimeException ex) {
			log.warn("a chunk of operation {} failed and is tried again", id, ex);
			all().failed(id);
		}
		return false;
	}

	private LongOperations all() {
		return this.operations.getObject();
	}

}
