package io.partnerhub.customer.preregistration;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;

import io.partnerhub.customer.mail.MailText;
import io.partnerhub.customer.mail.Mails;
import io.partnerhub.customer.partner.KnownPartner;
import io.partnerhub.customer.partner.KnownPartners;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tells the partner by mail what the vendor decided about his prospect (PRE-05). */
@Component
class ReviewMail {

	private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm")
		.withZone(ZoneOffset.ofHours(8));

	private final Mails mails;

	private final KnownPartners partners;

	private final PreRegistrationSettings settings;

	private final Clock clock;

	ReviewMail(Mails mails, KnownPartners partners, PreRegistrationSettings settings, Clock clock) {
		this.mails = mails;
		this.partners = partners;
		this.settings = settings;
		this.clock = clock;
	}

	/** A partner who has no e-mail by now sees the result in his list. */
	void queue(PreRegistration decided) {
		KnownPartner partner = this.partners.get(decided.ownerPartnerId());
		if (partner.email() != null) {
			this.mails.queue(text(decided, partner).to(partner.email(), decided.partnerId(),
					this.clock.instant().plus(this.settings.validity())));
		}
	}

	private MailText text(PreRegistration decided, KnownPartner partner) {
		String name = decided.isRegistered() ? "pre-registration-approved" : "pre-registration-rejected";
		return MailText.of(name, partner.language(),
				Map.of("partner", partner.name(), "customer", decided.customerName(), "reason",
						orNothing(decided.review().rejectReason()), "until", minute(decided.validUntil())));
	}

	private static String orNothing(@Nullable String text) {
		return (text != null) ? text : "";
	}

	private static String minute(@Nullable Instant time) {
		return (time != null) ? MINUTE.format(time) + " (UTC+8)" : "";
	}

}
