package io.partnerhub.platform.job;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * A thread that does work when it is told that there is some, and looks for itself now
 * and then: what another instance left behind is found that way. The work itself sees to
 * it that no two instances do the same.
 */
public final class Worker implements SmartLifecycle {

	private static final Logger log = LoggerFactory.getLogger(Worker.class);

	private final String name;

	private final boolean enabled;

	private final Duration pollInterval;

	private final Runnable work;

	private final Semaphore signal = new Semaphore(0);

	private volatile boolean running;

	private volatile @Nullable Thread thread;

	/**
	 * Makes a worker; it runs from the start of the service to its end.
	 * @param work does all there is to do, and stops when its thread is interrupted
	 */
	public Worker(String name, boolean enabled, Duration pollInterval, Runnable work) {
		this.name = name;
		this.enabled = enabled;
		this.pollInterval = pollInterval;
		this.work = work;
	}

	/** Does one piece of work after the other, until none is left. */
	public static <T> void drain(Supplier<Optional<T>> next, Consumer<T> work) {
		Optional<T> mine = next.get();
		while (mine.isPresent() && !Thread.currentThread().isInterrupted()) {
			work.accept(mine.get());
			mine = next.get();
		}
	}

	/** There is work. */
	public void wake() {
		this.signal.release();
	}

	/** There is work once the present transaction has committed. */
	public void wakeAfterCommit() {
		TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {

			@Override
			public void afterCommit() {
				wake();
			}

		});
	}

	@Override
	public void start() {
		if (this.enabled) {
			this.running = true;
			this.thread = Thread.ofPlatform().name(this.name).daemon().start(this::run);
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
				this.work.run();
			}
			catch (RuntimeException ex) {
				log.warn("{} cannot work at present: {}", this.name, ex.toString());
			}
			await();
		}
	}

	private void await() {
		try {
			boolean woken = this.signal.tryAcquire(this.pollInterval.toMillis(), TimeUnit.MILLISECONDS);
			log.trace("woken: {}", woken);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			this.running = false;
		}
	}

}
