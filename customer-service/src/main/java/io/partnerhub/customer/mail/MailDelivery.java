package io.partnerhub.customer.mail;

import io.partnerhub.platform.job.Worker;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Sends mail in the background: woken after a commit that queued some, and looking by
 * itself for what a crash or a failure left behind.
 */
@Component
class MailDelivery {

	private static final Logger log = LoggerFactory.getLogger(MailDelivery.class);

	private final Worker worker;

	MailDelivery(@Qualifier("mailWorker") Worker worker) {
		this.worker = worker;
	}

	@TransactionalEventListener
	void wake(Mails.MailQueued queued) {
		this.worker.wake();
	}

	@Bean
	static Worker mailWorker(Mails mails, MailSettings settings) {
		return new Worker("mail-delivery", true, settings.pollInterval(), () -> sendAll(mails));
	}

	private static void sendAll(Mails mails) {
		while (!Thread.currentThread().isInterrupted() && mails.sendNext()) {
			log.debug("a mail was handled");
		}
	}

}
