package io.partnerhub.customer.association;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import io.partnerhub.contracts.CustomerEvent.CustomerAssociated;
import io.partnerhub.contracts.CustomerEvent.CustomerDisassociated;
import io.partnerhub.customer.listing.Listings;
import io.partnerhub.customer.member.Sight;
import io.partnerhub.platform.event.Outbox;
import io.partnerhub.platform.problem.Problem;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Begins and ends links, in the transaction of whoever decides it. A customer has at most
 * one partner (ASC-01), his links never overlap (I-27), and nobody is linked whom the
 * checks exclude (ASC-02, ASC-03).
 */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class Associations {

	private final AssociationStore store;

	private final AssociationChecks checks;

	private final AssociationRecords records;

	private final AssociationEffects effects;

	private final Outbox outbox;

	private final Listings listings;

	private final Clock clock;

	Associations(AssociationStore store, AssociationChecks checks, AssociationRecords records,
			AssociationEffects effects, Outbox outbox, Listings listings, Clock clock) {
		this.store = store;
		this.checks = checks;
		this.records = records;
		this.effects = effects;
		this.outbox = outbox;
		this.listings = listings;
		this.clock = clock;
	}

	/** The caller holds the customer's row, so that his links come one at a time. */
	public Association begin(NewLink link) {
		List<String> unknown = this.checks.confirm(link);
		Association association = this.store.insert(link, unknown, this.clock.instant())
			.orElseThrow(this::alreadyAssociated);
		this.records.begun(association, link.decidedBy());
		this.outbox.announce(
				new CustomerAssociated(association.partnerId(), association.ownerPartnerId(), association.customerId(),
						association.epoch(), association.type(), link.customerName(), link.accountName(),
						association.accountManagerId(), link.preRegistrationId(), association.associatedAt()));
		this.effects.of(association);
		this.listings.refresh(link.customerId());
		return association;
	}

	/** The caller has locked the link. */
	public void end(Association association, UUID requestId, String reason) {
		Instant endedAt = this.store.end(association.id(), reason, this.clock.instant());
		this.listings.refresh(association.customerId());
		this.outbox.announce(new CustomerDisassociated(association.partnerId(), association.ownerPartnerId(),
				association.customerId(), association.epoch(), association.type(), requestId, reason, endedAt));
	}

	/** The customer's present link, locked until the transaction ends. */
	public Optional<Association> lockPresent(UUID customerId) {
		return this.store.lockPresent(customerId);
	}

	@Transactional(propagation = Propagation.SUPPORTS, readOnly = true)
	public Optional<Association> findPresent(UUID customerId) {
		return this.store.findPresent(customerId);
	}

	/** The same, as far as somebody of his partner sees him. */
	@Transactional(propagation = Propagation.SUPPORTS, readOnly = true)
	public Optional<Association> findPresent(UUID customerId, Sight sight) {
		return this.store.findPresent(customerId, sight);
	}

	private Problem alreadyAssociated() {
		return this.checks.refusal(List.of(AssociationRules.alreadyAssociated()));
	}

}
