package io.partnerhub.customer.mail;

import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;

import io.partnerhub.customer.mail.MailStore.Queued;
import io.partnerhub.platform.Ids;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.internet.MimeMessage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.mail.MailAuthenticationException;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Queues mail with the change it reports and sends it after the commit, at least once; a
 * mail server that is down delays mail and nothing else (NOT-04).
 */
@Service
public class Mails {

	private static final Logger log = LoggerFactory.getLogger(Mails.class);

	/**
	 * No server on the way rewraps the text, so it arrives as it was previewed (INV-02).
	 */
	private static final String BYTE_FOR_BYTE = "base64";

	private final MailStore store;

	private final MailSettings settings;

	private final JavaMailSender sender;

	private final String from;

	private final ApplicationEventPublisher signals;

	private final Clock clock;

	Mails(MailStore store, MailSettings settings, JavaMailSender sender,
			@Value("${partnerhub.invitations.sender}") String from, ApplicationEventPublisher signals, Clock clock) {
		this.store = store;
		this.settings = settings;
		this.sender = sender;
		this.from = from;
		this.signals = signals;
		this.clock = clock;
	}

	@Transactional(propagation = Propagation.MANDATORY)
	public UUID queue(Mail mail) {
		UUID id = Ids.next();
		this.store.insert(id, mail, this.clock.instant());
		this.signals.publishEvent(new MailQueued(id));
		return id;
	}

	/** Sends the next mail that is due; false if none is. */
	@Transactional
	boolean sendNext() {
		return this.store.lockDue(this.clock.instant()).map((queued) -> {
			attempt(queued);
			return true;
		}).orElse(false);
	}

	private void attempt(Queued queued) {
		Instant now = this.clock.instant();
		if (!now.isBefore(queued.mail().discardAt())) {
			this.store.giveUp(queued.id());
			return;
		}
		try {
			this.sender.send(message(queued.mail()));
			this.store.sent(queued.id(), now);
		}
		catch (MailException | MessagingException ex) {
			log.warn("mail {} not sent: {}", queued.id(), failure(ex));
			this.store.retry(queued.id(), failure(ex), now.plus(this.settings.pauseAfter(queued.attempts() + 1)));
		}
	}

	private MimeMessage message(Mail mail) throws MessagingException {
		MimeMessage message = this.sender.createMimeMessage();
		MimeMessageHelper helper = new MimeMessageHelper(message, "UTF-8");
		helper.setFrom(this.from);
		helper.setTo(mail.recipient());
		helper.setSubject(mail.subject());
		helper.setText(mail.body());
		message.setHeader("Content-Transfer-Encoding", BYTE_FOR_BYTE);
		return message;
	}

	/** For the partner's eyes: says what to do, not how we are built. */
	private static String failure(Exception failure) {
		return switch (failure) {
			case MailAuthenticationException login -> "MAIL_SERVER_REFUSES_US";
			case MailSendException refused when isRefused(refused) -> "RECIPIENT_REFUSED";
			case MailException unreachable -> "MAIL_SERVER_UNREACHABLE";
			default -> "ADDRESS_INVALID";
		};
	}

	private static boolean isRefused(MailSendException failure) {
		return Arrays.stream(failure.getMessageExceptions()).anyMatch(SendFailedException.class::isInstance);
	}

	/** Wakes the delivery once the transaction has committed. */
	record MailQueued(UUID id) {
	}

}
