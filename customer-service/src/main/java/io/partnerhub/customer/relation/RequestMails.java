package io.partnerhub.customer.relation;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import io.partnerhub.contracts.CustomerEvent.Side;
import io.partnerhub.customer.mail.MailText;
import io.partnerhub.customer.mail.Mails;
import io.partnerhub.customer.partner.KnownPartner;
import io.partnerhub.customer.partner.KnownPartners;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Tells both sides of a request, of what became of it (NOT-02, DIS-02) and of what was
 * settled; of a transfer also the distributor, and the new partner once it is agreed. Who
 * has named no address is not written to.
 */
@Component
class RequestMails {

	private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm")
		.withZone(ZoneOffset.UTC);

	private static final Duration WORTH_SENDING = Duration.ofDays(7);

	private final Mails mails;

	private final RelationAccountStore accounts;

	private final KnownPartners partners;

	private final RelationSettings settings;

	private final Clock clock;

	RequestMails(Mails mails, RelationAccountStore accounts, KnownPartners partners, RelationSettings settings,
			Clock clock) {
		this.mails = mails;
		this.accounts = accounts;
		this.partners = partners;
		this.settings = settings;
		this.clock = clock;
	}

	void requested(Request request) {
		Account account = this.accounts.get(request.customerId());
		send("relation_request", request, account, recipients(request, account), Map.of(), request.answerBy());
	}

	void agreed(Request request) {
		Account account = this.accounts.get(request.customerId());
		Set<String> recipients = recipients(request, account);
		address(request.toPartnerId()).ifPresent(recipients::add);
		decided(request, account, recipients, words().agreed(), null);
	}

	void closed(Request request, Decision decision, @Nullable String answer) {
		Account account = this.accounts.get(request.customerId());
		decided(request, account, recipients(request, account), words().of(decision), answer);
	}

	/** What went and what stays (DIS-09), once everybody has settled. */
	void completed(Request request, Settled settled) {
		Account account = this.accounts.get(request.customerId());
		Instant now = this.clock.instant();
		Map<String, String> values = new HashMap<>(values(request, account));
		values.put("done", TIME.format(now));
		MailText text = MailText.of("relation_settled", this.settings.mailLanguage(), values,
				Map.of("settled", words().settled(settled), "kept", words().kept(settled)));
		recipients(request, account)
			.forEach((recipient) -> this.mails.queue(text.to(recipient, request.partnerId(), now.plus(WORTH_SENDING))));
	}

	private void decided(Request request, Account account, Set<String> recipients, String outcome,
			@Nullable String answer) {
		String remark = (answer == null || answer.isBlank()) ? "-" : answer;
		send("relation_decision", request, account, recipients, Map.of("outcome", outcome, "answer", remark),
				this.clock.instant().plus(WORTH_SENDING));
	}

	private void send(String template, Request request, Account account, Set<String> recipients,
			Map<String, String> more, Instant discardAt) {
		Map<String, String> values = new HashMap<>(values(request, account));
		values.putAll(more);
		MailText text = MailText.of(template, this.settings.mailLanguage(), values);
		recipients.forEach((recipient) -> this.mails.queue(text.to(recipient, request.partnerId(), discardAt)));
	}

	private Map<String, String> values(Request request, Account account) {
		String customer = account.displayName();
		String requester = (request.initiator() == Side.CUSTOMER) ? customer : name(request.requester());
		return Map.of("customer", customer, "partner", name(request.ownerPartnerId()), "requester", requester, "change",
				change(request), "reason", request.reason(), "deadline", TIME.format(request.answerBy()));
	}

	private String change(Request request) {
		String more = (request.toPartnerId() != null) ? name(request.toPartnerId()) : null;
		return words().change(request.kind(), request.fromType(), more);
	}

	private Set<String> recipients(Request request, Account account) {
		Set<String> recipients = new LinkedHashSet<>();
		Optional.ofNullable(account.email()).ifPresent(recipients::add);
		address(request.ownerPartnerId()).ifPresent(recipients::add);
		if (request.kind() == RequestKind.TRANSFER) {
			address(request.partnerId()).ifPresent(recipients::add);
		}
		return recipients;
	}

	private Optional<String> address(@Nullable UUID partner) {
		return Optional.ofNullable(partner).flatMap(this.partners::find).map(KnownPartner::email);
	}

	private String name(UUID partner) {
		return this.partners.find(partner).map(KnownPartner::name).orElse("-");
	}

	private MailWords words() {
		return new MailWords(this.settings.mailLanguage());
	}

}
