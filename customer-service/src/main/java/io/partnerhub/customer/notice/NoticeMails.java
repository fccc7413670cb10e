package io.partnerhub.customer.notice;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.partnerhub.customer.mail.Language;
import io.partnerhub.customer.mail.MailSettings;
import io.partnerhub.customer.mail.MailText;
import io.partnerhub.customer.mail.Mails;
import io.partnerhub.customer.partner.KnownPartner;
import io.partnerhub.customer.partner.KnownPartners;
import io.partnerhub.platform.job.Job;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Mails each reader what was collected for him, one mail for all coupons (VOU-13,
 * NOT-02), and as many as it takes to name every order (ORD-09): the mark and the queued
 * mails are one transaction. The language is that of the partner's settings. Who has no
 * address reads the letter.
 */
@Service
class NoticeMails {

	private static final int READERS_AT_ONCE = 1000;

	private static final int LETTERS_AT_ONCE = 10_000;

	private static final Duration WORTH_SENDING = Duration.ofDays(7);

	private final NoticeStore store;

	private final Mails mails;

	private final KnownPartners partners;

	private final NoticeSettings settings;

	private final MailSettings usual;

	private final Clock clock;

	NoticeMails(NoticeStore store, Mails mails, KnownPartners partners, NoticeSettings settings, MailSettings usual,
			Clock clock) {
		this.store = store;
		this.mails = mails;
		this.partners = partners;
		this.settings = settings;
		this.usual = usual;
		this.clock = clock;
	}

	@Transactional
	int send() {
		List<NoticeStore.Reader> readers = this.store.due(this.clock.instant(), READERS_AT_ONCE);
		readers.forEach(this::send);
		return readers.size();
	}

	@Transactional
	int purge() {
		return this.store.purge(this.clock.instant().minus(this.settings.keep()), LETTERS_AT_ONCE);
	}

	@Bean
	static Job noticeMailing(NoticeMails mails) {
		return new Job("notice-mails", Duration.ofSeconds(10), mails::send);
	}

	@Bean
	static Job noticeDeletion(NoticeMails mails) {
		return new Job("notice-deletion", Duration.ofMinutes(5), mails::purge);
	}

	private void send(NoticeStore.Reader reader) {
		List<Notice> news = this.store.take(reader);
		Optional<KnownPartner> partner = this.partners.find(reader.ownerPartnerId());
		Instant discardAt = this.clock.instant().plus(WORTH_SENDING);
		address(reader, partner).ifPresent((address) -> texts(news, partner)
			.forEach((text) -> this.mails.queue(text.to(address, news.getFirst().partnerId(), discardAt))));
	}

	private Optional<String> address(NoticeStore.Reader reader, Optional<KnownPartner> partner) {
		return (reader.customerId() != null) ? this.store.email(reader.customerId()) : partner.map(KnownPartner::email);
	}

	private List<MailText> texts(List<Notice> news, Optional<KnownPartner> partner) {
		Language language = partner.map(KnownPartner::language).orElse(this.usual.language());
		String name = partner.map(KnownPartner::name).orElse("-");
		return NoticePages.of(news, this.settings, new NoticeWords(language))
			.stream()
			.map((page) -> MailText.of(page.template(), language, Map.of("partner", name, "more", page.more()),
					Map.of("lines", page.lines())))
			.toList();
	}

}
