package io.partnerhub.customer.preregistration;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import io.partnerhub.contracts.DataScope;
import io.partnerhub.contracts.Permission;
import io.partnerhub.contracts.ProspectEvent.CustomerPreRegistrationDeleted;
import io.partnerhub.customer.account.Account;
import io.partnerhub.customer.member.Sight;
import io.partnerhub.customer.preregistration.PreRegistration.State;
import io.partnerhub.customer.privacy.Reveal;
import io.partnerhub.customer.privacy.Reveals;
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
 * What partners have reserved, for them and for what follows from it: reading, locking
 * for a command, and deleting (PRE-07). A row whose 15 days are over is expired for
 * everybody from that moment (PRE-02).
 */
@Service
public class PreRegistrations {

	private static final String RESOURCE = "pre-registrations";

	private final PreRegistrationStore store;

	private final ReservationStore reservations;

	private final Reveals reveals;

	private final Outbox outbox;

	private final Clock clock;

	PreRegistrations(PreRegistrationStore store, ReservationStore reservations, Reveals reveals, Outbox outbox,
			Clock clock) {
		this.store = store;
		this.reservations = reservations;
		this.reveals = reveals;
		this.outbox = outbox;
		this.clock = clock;
	}

	@Transactional(readOnly = true)
	public PreRegistration get(Caller caller, UUID id) {
		return this.store.find(id, Sight.of(caller), this.clock.instant()).orElseThrow(PreRegistrations::notFound);
	}

	@Transactional
	Seen view(Caller caller, UUID id, Reveal reveal) {
		Reveal shown = this.reveals.permit(caller, reveal);
		PreRegistration row = get(caller, id);
		record(caller, shown, List.of(row));
		return new Seen(row, shown.in(row.accountManagerId()));
	}

	@Transactional
	Page<Seen> list(Caller caller, PreRegistrationFilter filter, Reveal reveal, PageQuery page) {
		Reveal shown = this.reveals.permit(caller, reveal);
		Page<PreRegistration> rows = Page.of(this.store.list(Sight.of(caller), filter, page, this.clock.instant()),
				page, PreRegistration::id);
		record(caller, shown, rows.items());
		return rows.map((row) -> new Seen(row, shown.in(row.accountManagerId())));
	}

	/**
	 * Locks a row for a command of its partner. Inside the partner, another's row is
	 * known to exist, and refused.
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public PreRegistration lock(Caller caller, UUID id) {
		PreRegistration row = lockIfPresent(caller.owner(), id).orElseThrow(PreRegistrations::notFound);
		if (isOutOfSight(caller, row)) {
			throw othersCustomer();
		}
		return row;
	}

	/** The row an invitation came from, as it is now. */
	@Transactional(readOnly = true)
	public PreRegistration get(UUID owner, UUID id) {
		return this.store.find(id, Sight.all(owner), this.clock.instant()).orElseThrow();
	}

	/** The row an invitation came from, locked for its acceptance. */
	@Transactional(propagation = Propagation.MANDATORY)
	public PreRegistration lock(UUID owner, UUID id) {
		return lockIfPresent(owner, id).orElseThrow();
	}

	/**
	 * The registered row a partner has for the account that comes by an off-line link
	 * (INV-06).
	 */
	@Transactional(readOnly = true)
	public Optional<UUID> findRegistered(UUID owner, Account account) {
		return this.store.findRegistered(owner, account, this.clock.instant());
	}

	/** The caller holds the row. */
	@Transactional(propagation = Propagation.MANDATORY)
	public void moveTo(UUID id, State state) {
		this.store.setState(id, state);
	}

	/**
	 * Deletes what may be deleted and says of each what became of it (PRE-07); what is
	 * deleted already stays so. Whoever calls this closes their invitations.
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public List<Deletion> delete(Caller caller, Collection<UUID> ids) {
		requireDeveloper(caller);
		this.store.lock(caller.owner(), ids);
		return ids.stream().map((id) -> new Deletion(id, delete(caller, id))).toList();
	}

	/** A supervisor watches his team and pre-registers nobody himself. */
	static boolean isDeveloper(Caller caller) {
		return caller.may(Permission.DEVELOP_CUSTOMERS) && caller.scope() != DataScope.TEAM;
	}

	/** Nobody pre-registers but who develops customers. */
	static void requireDeveloper(Caller caller) {
		if (!isDeveloper(caller)) {
			throw Problem.forbidden("ACCESS_DENIED", "Only who develops customers pre-registers them.");
		}
	}

	private void record(Caller caller, Reveal shown, List<PreRegistration> rows) {
		this.reveals.record(caller, shown, RESOURCE, rows, PreRegistration::id, PreRegistration::accountManagerId);
	}

	private Optional<PreRegistration> lockIfPresent(UUID owner, UUID id) {
		this.store.lock(owner, List.of(id));
		Optional<PreRegistration> row = this.store.find(id, Sight.all(owner), this.clock.instant());
		row.ifPresent(this::noteExpiry);
		return row;
	}

	/**
	 * Its end is announced before anything else becomes of it, as if the job had come
	 * round in time.
	 */
	private void noteExpiry(PreRegistration row) {
		if (row.state() == State.EXPIRED) {
			this.reservations.lapse(row.id(), this.clock.instant())
				.ifPresent((lapsed) -> this.outbox.announce(lapsed.expired()));
		}
	}

	private boolean isOutOfSight(Caller caller, PreRegistration row) {
		return this.store.find(row.id(), Sight.of(caller), this.clock.instant()).isEmpty();
	}

	private @Nullable Problem delete(Caller caller, UUID id) {
		Optional<PreRegistration> row = lockIfPresent(caller.owner(), id);
		if (row.isEmpty()) {
			return notFound();
		}
		if (isOutOfSight(caller, row.get())) {
			return othersCustomer();
		}
		return delete(row.get());
	}

	private @Nullable Problem delete(PreRegistration row) {
		if (row.state() == State.ASSOCIATED) {
			return row.notOpen("The customer has associated; there is nothing to delete.");
		}
		if (row.state() != State.DELETED) {
			this.store.setState(row.id(), State.DELETED);
			this.outbox.announce(new CustomerPreRegistrationDeleted(row.partnerId(), row.ownerPartnerId(), row.id()));
		}
		return null;
	}

	private static Problem notFound() {
		return Problem.notFound("pre-registration");
	}

	private static Problem othersCustomer() {
		return Problem.forbidden("ACCESS_DENIED", "This customer belongs to another account manager.");
	}

	/** A row, and what of it the caller sees in clear. */
	record Seen(PreRegistration row, Reveal reveal) {
	}

}
