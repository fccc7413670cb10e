package io.partnerhub.customer.preregistration;

import java.time.Clock;
import java.time.Instant;
import java.util.UUID;

import io.partnerhub.contracts.CustomerEvent.CustomerPreRegistered;
import io.partnerhub.contracts.Permission;
import io.partnerhub.contracts.Role;
import io.partnerhub.customer.contact.ContactRules;
import io.partnerhub.customer.member.Sight;
import io.partnerhub.customer.partner.KnownPartner;
import io.partnerhub.customer.partner.KnownPartners;
import io.partnerhub.customer.preregistration.PreRegistration.State;
import io.partnerhub.platform.Ids;
import io.partnerhub.platform.caller.Caller;
import io.partnerhub.platform.event.Outbox;
import io.partnerhub.platform.page.Page;
import io.partnerhub.platform.page.PageQuery;
import io.partnerhub.platform.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Reserves prospects for a partner: accepted at once (PRE-06), for 15 days (PRE-02), at
 * most 100 open ones (PRE-03), and each for one partner of the hub only (PRE-08).
 */
@Service
public class PreRegistrations {

	private final PreRegistrationStore store;

	private final KnownPartners partners;

	private final PreRegistrationSettings settings;

	private final Outbox outbox;

	private final Clock clock;

	PreRegistrations(PreRegistrationStore store, KnownPartners partners, PreRegistrationSettings settings,
			Outbox outbox, Clock clock) {
		this.store = store;
		this.partners = partners;
		this.settings = settings;
		this.outbox = outbox;
		this.clock = clock;
	}

	@Transactional
	PreRegistration register(Caller caller, Prospect prospect) {
		caller.require(Permission.DEVELOP_CUSTOMERS);
		KnownPartner partner = this.partners.oneAtATime(caller.owner());
		PreRegistration row = registered(caller, partner, prospect);
		this.store.lapse(row.ownerPartnerId(), row.email(), row.mobile(), row.registeredAt());
		this.store.holder(row.email(), row.mobile()).ifPresent((holder) -> {
			throw excluded(holder.equals(row.ownerPartnerId()));
		});
		if (!this.store.insert(row, freeSlot(row.ownerPartnerId()))) {
			throw excluded(false);
		}
		this.outbox.announce(new CustomerPreRegistered(row.partnerId(), row.ownerPartnerId(), row.id(),
				row.customerName(), row.accountManagerId(), row.validUntil()));
		return row;
	}

	@Transactional(readOnly = true)
	public PreRegistration get(Caller caller, UUID id) {
		return this.store.find(id, Sight.of(caller), this.clock.instant())
			.orElseThrow(() -> Problem.notFound("pre-registration"));
	}

	@Transactional(readOnly = true)
	Page<PreRegistration> list(Caller caller, @Nullable State state, PageQuery page) {
		return Page.of(this.store.list(Sight.of(caller), state, page, this.clock.instant()), page, PreRegistration::id);
	}

	/**
	 * Locks a row for a command of its partner. Inside the partner, another's row is
	 * known to exist, and refused.
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public PreRegistration lock(Caller caller, UUID id) {
		this.store.lock(id);
		Instant now = this.clock.instant();
		PreRegistration row = this.store.find(id, Sight.all(caller.owner()), now)
			.orElseThrow(() -> Problem.notFound("pre-registration"));
		return this.store.find(row.id(), Sight.of(caller), now)
			.orElseThrow(() -> Problem.forbidden("ACCESS_DENIED", "This customer belongs to another account manager."));
	}

	/** The row an invitation came from, locked for its acceptance. */
	@Transactional(propagation = Propagation.MANDATORY)
	public PreRegistration lock(UUID owner, UUID id) {
		this.store.lock(id);
		return this.store.find(id, Sight.all(owner), this.clock.instant()).orElseThrow();
	}

	/** The caller holds the row. */
	@Transactional(propagation = Propagation.MANDATORY)
	public void moveTo(UUID id, State state) {
		this.store.setState(id, state);
	}

	private PreRegistration registered(Caller caller, KnownPartner partner, Prospect prospect) {
		Instant now = this.clock.instant();
		return new PreRegistration(Ids.next(), partner.partnerId(), partner.ownerPartnerId(),
				caller.has(Role.ACCOUNT_MANAGER) ? caller.memberId() : null, prospect.customerName().strip(),
				prospect.contactName().strip(), ContactRules.email(prospect.email()),
				ContactRules.mobile(prospect.mobile()), State.REGISTERED, now, now.plus(this.settings.validity()),
				caller.subject());
	}

	private int freeSlot(UUID owner) {
		int limit = this.settings.openLimit();
		return this.store.freeSlot(owner, limit)
			.orElseThrow(() -> Problem
				.conflict("PREREG_LIMIT_REACHED", "Delete pre-registrations you no longer need, or let them expire.")
				.with("limit", limit));
	}

	/** The fact is not {@code code}: that names the problem itself. */
	private static Problem excluded(boolean own) {
		return own
				? Problem.conflict("PREREG_EXCLUDED", "You have pre-registered this customer already.")
					.with("reason", "ALREADY_REGISTERED")
				: Problem.conflict("PREREG_EXCLUDED", "Another partner has pre-registered this customer.")
					.with("reason", "REGISTERED_BY_ANOTHER_PARTNER");
	}

	/** Whom a partner wants to reserve. */
	record Prospect(String customerName, String contactName, String email, @Nullable String mobile) {
	}

}
