package io.partnerhub.customer.mail;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Sends mail in the background: woken after a commit that queued some, and looking by
 * itself for what a crash or a failure left behind.
 */
@Component
class MailDelivery implements SmartLifecycle {

	private static final Logger log = LoggerFactory.getLogger(MailDelivery.class);

	private final Mails mails;

	private final MailSettings settings;

	private final Semaphore signal = new Semaphore(0);

	private volatile boolean running;

	private volatile Thread worker = Thread.currentThread();

	MailDelivery(Mails mails, MailSettings settings) {
		this.mails = mails;
		this.settings = settings;
	}

	@TransactionalEventListener
	void wake(Mails.MailQueued queued) {
		this.signal.release();
	}

	@Override
	public void start() {
		this.running = true;
		this.worker = Thread.ofPlatform().name("mail-delivery").daemon().start(this::run);
	}

	@Override
	public void stop() {
		this.running = false;
		this.worker.interrupt();
	}

	@Override
	public boolean isRunning() {
		return this.running;
	}

	private void run() {
		while (this.running) {
			this.signal.drainPermits();
			sendAll();
			try {
				boolean woken = this.signal.tryAcquire(this.settings.pollInterval().toMillis(), TimeUnit.MILLISECONDS);
				log.trace("woken: {}", woken);
			}
			catch (InterruptedException ex) {
				return;
			}
		}
	}

	private void sendAll() {
		try {
			while (this.running && this.mails.sendNext()) {
				log.debug("a mail was handled");
			}
		}
		catch (RuntimeException ex) {
			log.warn("mail waits: {}", ex.toString());
		}
	}

}
