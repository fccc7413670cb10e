package io.partnerhub.customer.verification;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import io.partnerhub.customer.mail.MailText;
import io.partnerhub.customer.mail.Mails;
import io.partnerhub.customer.mail.Texts;
import io.partnerhub.customer.sms.Sms;
import io.partnerhub.customer.sms.SmsPort;
import io.partnerhub.customer.verification.CodeRules.Verdict;
import io.partnerhub.customer.verification.VerificationCode.State;
import io.partnerhub.platform.Ids;
import io.partnerhub.platform.job.Job;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Sends codes and takes them back once (INV-12). A new code for the same purpose replaces
 * the older one; what is no longer needed to count sends is forgotten.
 */
@Service
class VerificationCodes {

	private static final Duration KEPT = SendLimits.DAY.plusHours(1);

	private final CodeStore store;

	private final CodeTries tries;

	private final SendLimits limits;

	private final CodeSettings settings;

	private final Mails mails;

	private final SmsPort textMessages;

	private final MessageSource messages;

	private final Clock clock;

	VerificationCodes(CodeStore store, CodeTries tries, SendLimits limits, CodeSettings settings, Mails mails,
			SmsPort textMessages, MessageSource messages, Clock clock) {
		this.store = store;
		this.tries = tries;
		this.limits = limits;
		this.settings = settings;
		this.mails = mails;
		this.textMessages = textMessages;
		this.messages = messages;
		this.clock = clock;
	}

	@Transactional
	VerificationCode send(Errand errand, String lifePointer) {
		Duration life = CodeRules.life(errand.minutes(), this.settings.life(), lifePointer);
		this.limits.check(errand);
		Instant now = this.clock.instant();
		String digits = Secret.sixDigits();
		VerificationCode code = new VerificationCode(Ids.next(), errand.partnerId(), errand.holder(), errand.purpose(),
				errand.sender(), errand.recipient(), Secret.of(digits), 0, this.settings.tries(), State.OPEN, now,
				now.plus(life));
		this.store.insert(code);
		deliver(errand, digits, life, code.expiresAt());
		return code;
	}

	/** The code of that id, if it is the holder's. */
	Optional<VerificationCode> find(UUID id, String holder) {
		return this.store.find(id).filter((code) -> code.holder().equals(holder));
	}

	Optional<VerificationCode> newest(String holder, String purpose) {
		return this.store.newest(holder, purpose);
	}

	/** A wrong try counts for good, whatever becomes of the caller's transaction. */
	Attempt attempt(UUID id, String typed) {
		return this.tries.attempt(id, typed);
	}

	/** Uses up a code that was found right, in the caller's transaction. */
	boolean use(UUID id) {
		return this.store.use(id);
	}

	/** Takes a code back at once. */
	Attempt redeem(UUID id, String typed) {
		Attempt attempt = attempt(id, typed);
		return (attempt.verdict() == Verdict.RIGHT && !use(id)) ? new Attempt(id, Verdict.USED, attempt.triesLeft())
				: attempt;
	}

	@Transactional
	int purge() {
		return this.store.purge(this.clock.instant().minus(KEPT));
	}

	@Bean
	static Job verificationCodesPurge(VerificationCodes codes) {
		return new Job("verification-codes-purge", Duration.ofMinutes(1), codes::purge);
	}

	private void deliver(Errand errand, String digits, Duration life, Instant discardAt) {
		String operation = this.messages.getMessage("operation." + errand.purpose(), null, errand.language().locale());
		Map<String, String> values = Map.of("operation", operation, "code", digits, "minutes",
				String.valueOf(life.toMinutes()));
		switch (errand.channel()) {
			case EMAIL -> this.mails.queue(MailText.of("code_mail", errand.language(), values)
				.to(errand.recipient(), errand.partnerId(), discardAt));
			case SMS -> this.textMessages.send(new Sms(errand.partnerId(), errand.recipient(),
					Texts.of("mail/code_sms", errand.language(), values), discardAt));
		}
	}

}
