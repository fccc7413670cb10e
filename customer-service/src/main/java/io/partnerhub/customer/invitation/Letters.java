package io.partnerhub.customer.invitation;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import io.partnerhub.customer.customer.Customer;
import io.partnerhub.customer.mail.Language;
import io.partnerhub.customer.mail.MailText;
import io.partnerhub.customer.mail.Mails;
import io.partnerhub.customer.member.KnownMember;
import io.partnerhub.customer.member.KnownMembers;
import io.partnerhub.customer.partner.KnownPartner;
import io.partnerhub.customer.partner.KnownPartners;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Tells both sides what became of an invitation (NOT-02), and that its end is near
 * (INV-13). Mail is queued with the change it reports and never undoes it (NOT-04).
 */
@Service
@Transactional(propagation = Propagation.MANDATORY)
class Letters {

	/** Days in a text are those of the partners: UTC+8. */
	private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC+8'", Locale.ROOT)
		.withZone(ZoneOffset.ofHours(8));

	private static final Duration WORTH_SENDING = Duration.ofDays(7);

	private final Mails mails;

	private final KnownMembers members;

	private final KnownPartners partners;

	private final Clock clock;

	Letters(Mails mails, KnownMembers members, KnownPartners partners, Clock clock) {
		this.mails = mails;
		this.members = members;
		this.partners = partners;
		this.clock = clock;
	}

	/**
	 * The result for the inviter in the language of his partner, a confirmation for the
	 * customer in that of the offer.
	 */
	void accepted(Offer offer, KnownPartner partner, Customer customer, @Nullable String customerEmail) {
		Instant now = this.clock.instant();
		Language spoken = offer.languageOr(partner.language());
		Instant discardAt = now.plus(WORTH_SENDING);
		queue(partner.partnerId(), inviter(offer.creatorId(), partner.email()),
				text("accepted", partner.language(), offer, partner, customer, now), discardAt);
		queue(partner.partnerId(), customerEmail, text("welcome", spoken, offer, partner, customer, now), discardAt);
	}

	/**
	 * Only the digest of the token is left, so the reminder names the mail that holds the
	 * link.
	 */
	void remind(Reminder reminder) {
		KnownPartner partner = this.partners.get(reminder.ownerPartnerId());
		Map<String, String> values = Map.of("partner", partner.name(), "customer", reminder.customerName(), "contact",
				reminder.contactName(), "address", reminder.sentTo(), "sent", TIME.format(reminder.invitedAt()), "end",
				TIME.format(reminder.expiresAt()));
		queue(partner.partnerId(), reminder.sentTo(), MailText.of("reminder-customer", reminder.language(), values),
				reminder.expiresAt());
		queue(partner.partnerId(), inviter(reminder.inviterId(), partner.email()),
				MailText.of("reminder-inviter", partner.language(), values), reminder.expiresAt());
	}

	private static MailText text(String name, Language language, Offer offer, KnownPartner partner, Customer customer,
			Instant now) {
		return MailText.of(name, language,
				Map.of("partner", partner.name(), "customer", customer.displayName(), "account", customer.accountName(),
						"type", InvitationMail.typeName(offer.type(), language), "time", TIME.format(now)));
	}

	/** The person while he is with the partner and has an address, else the office. */
	private @Nullable String inviter(@Nullable UUID memberId, @Nullable String office) {
		return Optional.ofNullable(memberId)
			.flatMap(this.members::find)
			.filter(KnownMember::active)
			.map(KnownMember::email)
			.orElse(office);
	}

	private void queue(UUID partnerId, @Nullable String recipient, MailText text, Instant discardAt) {
		if (recipient != null) {
			this.mails.queue(text.to(recipient, partnerId, discardAt));
		}
	}

	/** An invitation whose end is near. */
	record Reminder(UUID ownerPartnerId, @Nullable UUID inviterId, String customerName, String contactName,
			String sentTo, Language language, Instant invitedAt, Instant expiresAt) {
	}

}
