package io.partnerhub.customer.preregistration;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import io.partnerhub.contracts.ProspectEvent.CustomerPreRegistrationRejected;
import io.partnerhub.customer.preregistration.PreRegistration.Review;
import io.partnerhub.customer.preregistration.PreRegistration.State;
import io.partnerhub.customer.preregistration.ReviewStore.Submitted;
import io.partnerhub.platform.caller.Caller;
import io.partnerhub.platform.event.Outbox;
import io.partnerhub.platform.page.Page;
import io.partnerhub.platform.page.PageQuery;
import io.partnerhub.platform.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The vendor's ecosystem manager reviews pre-registrations (PRE-05). The 15 days begin
 * with his approval (PRE-02); a refusal frees slot and prospect.
 */
@Service
class Reviews {

	private final ReviewStore store;

	private final PreRegistrationStore rows;

	private final ReviewMail mail;

	private final PreRegistrationSettings settings;

	private final Outbox outbox;

	private final Clock clock;

	Reviews(ReviewStore store, PreRegistrationStore rows, ReviewMail mail, PreRegistrationSettings settings,
			Outbox outbox, Clock clock) {
		this.store = store;
		this.rows = rows;
		this.mail = mail;
		this.settings = settings;
		this.outbox = outbox;
		this.clock = clock;
	}

	@Transactional(readOnly = true)
	Page<Submitted> list(Caller caller, @Nullable State state, @Nullable UUID partnerId, PageQuery page) {
		caller.require(Caller.Kind.VENDOR);
		return Page.of(this.store.list(state, partnerId, page, this.clock.instant()), page,
				(submitted) -> submitted.row().id());
	}

	@Transactional(readOnly = true)
	Submitted get(Caller caller, UUID id) {
		caller.require(Caller.Kind.VENDOR);
		return find(id);
	}

	@Transactional
	Submitted approve(Caller caller, UUID id) {
		PreRegistration row = lockPending(caller, id);
		Instant now = this.clock.instant();
		PreRegistration approved = decided(row, State.REGISTERED, review(row, caller, null, now), now,
				now.plus(this.settings.validity()));
		this.store.decide(approved);
		this.outbox.announce(approved.registered());
		this.mail.queue(approved);
		return find(id);
	}

	@Transactional
	Submitted reject(Caller caller, UUID id, String reason) {
		PreRegistration row = lockPending(caller, id);
		PreRegistration rejected = decided(row, State.REVIEW_REJECTED,
				review(row, caller, reason, this.clock.instant()), null, null);
		this.store.decide(rejected);
		this.outbox
			.announce(new CustomerPreRegistrationRejected(row.partnerId(), row.ownerPartnerId(), row.id(), reason));
		this.mail.queue(rejected);
		return find(id);
	}

	/** Of two who decide at once the second finds it decided. */
	private PreRegistration lockPending(Caller caller, UUID id) {
		caller.require(Caller.Kind.VENDOR);
		this.rows.lock(find(id).row().ownerPartnerId(), List.of(id));
		PreRegistration row = find(id).row();
		if (row.state() != State.PENDING_REVIEW) {
			throw row.notOpen("Only a pre-registration in review can be approved or rejected.");
		}
		return row;
	}

	private Submitted find(UUID id) {
		return this.store.find(id, this.clock.instant()).orElseThrow(() -> Problem.notFound("pre-registration"));
	}

	private static Review review(PreRegistration row, Caller caller, @Nullable String rejectReason, Instant now) {
		return new Review(row.review().reasons(), row.review().unknownFacts(), rejectReason, caller.subject(), now);
	}

	private static PreRegistration decided(PreRegistration row, State state, Review review,
			@Nullable Instant registeredAt, @Nullable Instant validUntil) {
		return new PreRegistration(row.id(), row.partnerId(), row.ownerPartnerId(), row.accountManagerId(),
				row.prospect(), state, row.createdAt(), row.createdBy(), registeredAt, validUntil, review);
	}

}
