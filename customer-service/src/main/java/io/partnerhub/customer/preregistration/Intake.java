package io.partnerhub.customer.preregistration;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import io.partnerhub.contracts.DataScope;
import io.partnerhub.contracts.Role;
import io.partnerhub.customer.member.KnownMembers;
import io.partnerhub.customer.partner.KnownPartner;
import io.partnerhub.customer.partner.KnownPartners;
import io.partnerhub.customer.preregistration.PreRegistration.State;
import io.partnerhub.platform.Ids;
import io.partnerhub.platform.caller.Caller;
import io.partnerhub.platform.event.Outbox;
import io.partnerhub.platform.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes prospects in for a partner who can be reached (PRE-01): at once or after a review
 * (PRE-05, PRE-06), at most 100 open ones (PRE-03), and each for one partner of the hub
 * only (PRE-08).
 */
@Service
class Intake {

	private final ReservationStore store;

	private final Screening screening;

	private final KnownPartners partners;

	private final KnownMembers members;

	private final PreRegistrationSettings settings;

	private final Outbox outbox;

	private final Clock clock;

	Intake(ReservationStore store, Screening screening, KnownPartners partners, KnownMembers members,
			PreRegistrationSettings settings, Outbox outbox, Clock clock) {
		this.store = store;
		this.screening = screening;
		this.partners = partners;
		this.members = members;
		this.settings = settings;
		this.outbox = outbox;
		this.clock = clock;
	}

	@Transactional
	PreRegistration register(Caller caller, Prospect wanted, @Nullable UUID accountManagerId) {
		PreRegistrations.requireDeveloper(caller);
		Prospect prospect = wanted.normalised();
		KnownPartner partner = this.partners.oneAtATime(caller.owner());
		requireProfile(partner);
		UUID manager = accountManager(caller, accountManagerId);
		Instant now = this.clock.instant();
		this.store.lapse(partner.ownerPartnerId(), prospect, now)
			.forEach((lapsed) -> this.outbox.announce(lapsed.expired()));
		Verdict verdict = this.screening.judge(partner.ownerPartnerId(), prospect, now).requireAdmissible();
		PreRegistration row = row(caller, partner, manager, prospect, verdict, now);
		if (!this.store.insert(row, freeSlot(row.ownerPartnerId()))) {
			verdict.exclusions().add(Exclusion.REGISTERED_BY_ANOTHER_PARTNER);
			verdict.requireAdmissible();
		}
		if (row.isRegistered()) {
			this.outbox.announce(row.registered());
		}
		return row;
	}

	private static void requireProfile(KnownPartner partner) {
		List<String> missing = new ArrayList<>();
		if (partner.email() == null) {
			missing.add("email");
		}
		if (partner.mobile() == null) {
			missing.add("mobile");
		}
		if (!missing.isEmpty()) {
			throw Problem
				.conflict("PARTNER_PROFILE_INCOMPLETE",
						"Reserve an e-mail and a mobile number in the partner's profile first.")
				.with("missing", missing);
		}
	}

	/** An account manager's own, or whom somebody who sees all customers names. */
	private @Nullable UUID accountManager(Caller caller, @Nullable UUID named) {
		UUID self = caller.has(Role.ACCOUNT_MANAGER) ? caller.memberId() : null;
		if (named == null || named.equals(self)) {
			return self;
		}
		if (caller.scope() != DataScope.ALL) {
			throw Problem.forbidden("ACCESS_DENIED", "An account manager registers his own customers.");
		}
		if (!this.members.isManagerOf(caller.owner(), named)) {
			throw Problem.conflict("NOT_AN_ACCOUNT_MANAGER", "This is no active account manager of the partner.");
		}
		return named;
	}

	private PreRegistration row(Caller caller, KnownPartner partner, @Nullable UUID manager, Prospect prospect,
			Verdict verdict, Instant now) {
		boolean accepted = !verdict.needsReview();
		return new PreRegistration(Ids.next(), partner.partnerId(), partner.ownerPartnerId(), manager, prospect,
				accepted ? State.REGISTERED : State.PENDING_REVIEW, now, caller.subject(), accepted ? now : null,
				accepted ? now.plus(this.settings.validity()) : null, verdict.review());
	}

	private int freeSlot(UUID owner) {
		int limit = this.settings.openLimit();
		return this.store.freeSlot(owner, limit)
			.orElseThrow(() -> Problem
				.conflict("PREREG_LIMIT_REACHED", "Delete pre-registrations you no longer need, or let them expire.")
				.with("limit", limit));
	}

}
