package io.partnerhub.customer.association;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import io.partnerhub.contracts.CustomerEvent.CustomerAssociated;
import io.partnerhub.contracts.CustomerEvent.CustomerDisassociated;
import io.partnerhub.platform.event.Outbox;
import io.partnerhub.platform.problem.Problem;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Begins and ends links, in the transaction of whoever decides it. A customer has at most
 * one partner (ASC-01), and his links never overlap (I-27).
 */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class Associations {

	private final AssociationStore store;

	private final Outbox outbox;

	private final Clock clock;

	Associations(AssociationStore store, Outbox outbox, Clock clock) {
		this.store = store;
		this.outbox = outbox;
		this.clock = clock;
	}

	/** The caller holds the customer's row, so that his links come one at a time. */
	public Association begin(NewLink link) {
		if (this.store.findPresent(link.customerId()).isPresent()) {
			throw alreadyAssociated();
		}
		Association association = this.store.insert(link, this.clock.instant())
			.orElseThrow(Associations::alreadyAssociated);
		this.outbox.announce(
				new CustomerAssociated(association.partnerId(), association.ownerPartnerId(), association.customerId(),
						association.epoch(), association.type(), link.customerName(), link.accountName(),
						association.accountManagerId(), link.preRegistrationId(), association.associatedAt()));
		return association;
	}

	/** The caller has locked the link. */
	public void end(Association association, UUID requestId, String reason) {
		Instant endedAt = this.store.end(association.id(), reason, this.clock.instant());
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

	private static Problem alreadyAssociated() {
		return Problem.conflict("ASSOCIATION_CHECK_FAILED", "The customer is associated with a partner already.")
			.with("checks", List.of(Map.of("code", "ALREADY_ASSOCIATED", "state", "FAILED")));
	}

}
