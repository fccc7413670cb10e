package io.partnerhub.customer.sms;

import io.partnerhub.customer.mail.Mail;
import io.partnerhub.customer.mail.Mails;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/**
 * Sends a text message as a mail to {@code <digits of the number>@<domain>}, as gateways
 * of carriers take them; on one machine it ends in the mail catcher.
 */
@Component
@ConditionalOnProperty(name = "partnerhub.sms.adapter", havingValue = "mail", matchIfMissing = true)
class MailGateway implements SmsPort {

	private static final String SUBJECT = "SMS";

	private final Mails mails;

	private final SmsSettings settings;

	MailGateway(Mails mails, SmsSettings settings) {
		this.mails = mails;
		this.settings = settings;
	}

	@Override
	public void send(Sms sms) {
		String recipient = sms.mobile().substring(1) + "@" + this.settings.mailDomain();
		this.mails.queue(new Mail(sms.partnerId(), recipient, SUBJECT, sms.text(), sms.discardAt()));
	}

}
