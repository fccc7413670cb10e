package io.partnerhub.customer.relation;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

import io.partnerhub.contracts.CustomerEvent.Side;
import io.partnerhub.customer.mail.Language;
import io.partnerhub.customer.mail.MailText;
import io.partnerhub.customer.mail.Mails;
import io.partnerhub.customer.partner.KnownPartner;
import io.partnerhub.customer.partner.KnownPartners;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Tells both sides of a request, of what became of it (NOT-02, DIS-02) and of what was
 * settled; of a transfer also the distributor, and the new partner once it is agreed. Who
 * has named no address is not written to; each reads it in the language of his partner.
 */
@Component
class RequestMails {

	private static final Duration WORTH_SENDING = Duration.ofDays(7);

	private final Mails mails;

	private final RelationAccountStore accounts;

	private final KnownPartners partners;

	private final Clock clock;

	RequestMails(Mails mails, RelationAccountStore accounts, KnownPartners partners, Clock clock) {
		this.mails = mails;
		this.accounts = accounts;
		this.partners = partners;
		this.clock = clock;
	}

	void requested(Request request) {
		Account account = this.accounts.get(request.customerId());
		recipients(request, account).forEach((address, language) -> send(request, address, request.answerBy(),
				MailText.of("relation_request", language, values(request, account, new MailWords(language)))));
	}

	void agreed(Request request) {
		Map<String, Language> recipients = recipients(request, this.accounts.get(request.customerId()));
		add(recipients, request.toPartnerId());
		decided(request, recipients, MailWords::agreed, null);
	}

	void closed(Request request, Decision decision, @Nullable String answer) {
		decided(request, recipients(request, this.accounts.get(request.customerId())), (words) -> words.of(decision),
				answer);
	}

	/** What went and what stays (DIS-09), once everybody has settled. */
	void completed(Request request, Settled settled) {
		Account account = this.accounts.get(request.customerId());
		Instant now = this.clock.instant();
		recipients(request, account).forEach((address, language) -> {
			MailWords words = new MailWords(language);
			Map<String, String> values = values(request, account, words);
			values.put("done", MailWords.TIME.format(now));
			send(request, address, now.plus(WORTH_SENDING), MailText.of("relation_settled", language, values,
					Map.of("settled", words.settled(settled), "kept", words.kept(settled))));
		});
	}

	private void decided(Request request, Map<String, Language> recipients, Function<MailWords, String> outcome,
			@Nullable String answer) {
		Account account = this.accounts.get(request.customerId());
		Instant discardAt = this.clock.instant().plus(WORTH_SENDING);
		recipients.forEach((address, language) -> {
			MailWords words = new MailWords(language);
			Map<String, String> values = values(request, account, words);
			values.put("outcome", outcome.apply(words));
			values.put("answer", (answer == null || answer.isBlank()) ? "-" : answer);
			send(request, address, discardAt, MailText.of("relation_decision", language, values));
		});
	}

	private void send(Request request, String address, Instant discardAt, MailText text) {
		this.mails.queue(text.to(address, request.partnerId(), discardAt));
	}

	private Map<String, String> values(Request request, Account account, MailWords words) {
		String customer = account.displayName();
		String requester = (request.initiator() == Side.CUSTOMER) ? customer : name(request.requester());
		String more = (request.toPartnerId() != null) ? name(request.toPartnerId()) : null;
		return new HashMap<>(Map.of("customer", customer, "partner", name(request.ownerPartnerId()), "requester",
				requester, "change", words.change(request.kind(), request.fromType(), more), "reason", request.reason(),
				"deadline", MailWords.TIME.format(request.answerBy())));
	}

	/** By address; a customer reads the language of the partner who has him. */
	private Map<String, Language> recipients(Request request, Account account) {
		Map<String, Language> recipients = new LinkedHashMap<>();
		Language language = this.partners.get(request.ownerPartnerId()).language();
		Optional.ofNullable(account.email()).ifPresent((address) -> recipients.put(address, language));
		add(recipients, request.ownerPartnerId());
		if (request.kind() == RequestKind.TRANSFER) {
			add(recipients, request.partnerId());
		}
		return recipients;
	}

	private void add(Map<String, Language> recipients, @Nullable UUID partner) {
		Optional.ofNullable(partner)
			.flatMap(this.partners::find)
			.filter((known) -> known.email() != null)
			.ifPresent((known) -> recipients.putIfAbsent(Objects.requireNonNull(known.email()), known.language()));
	}

	private String name(UUID partner) {
		return this.partners.find(partner).map(KnownPartner::name).orElse("-");
	}

}
