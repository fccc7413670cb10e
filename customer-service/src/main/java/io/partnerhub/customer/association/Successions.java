package io.partnerhub.customer.association;

import java.time.Clock;
import java.util.UUID;

import io.partnerhub.contracts.AssociationType;
import io.partnerhub.contracts.CustomerEvent.CustomerModelSwitched;
import io.partnerhub.contracts.CustomerEvent.CustomerTransferred;
import io.partnerhub.customer.listing.Listings;
import io.partnerhub.customer.member.KnownMembers;
import io.partnerhub.customer.partner.KnownPartner;
import io.partnerhub.platform.event.Outbox;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Follows one link by the next at the same instant, so that the customer is never without
 * a partner: under another model (DIS-06) or with another partner of the distributor
 * (DIS-14). One event tells both the end and the beginning.
 */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class Successions {

	private final SuccessionStore store;

	private final KnownMembers members;

	private final AssociationEffects effects;

	private final Listings listings;

	private final Outbox outbox;

	private final Clock clock;

	Successions(SuccessionStore store, KnownMembers members, AssociationEffects effects, Listings listings,
			Outbox outbox, Clock clock) {
		this.store = store;
		this.members = members;
		this.effects = effects;
		this.listings = listings;
		this.outbox = outbox;
		this.clock = clock;
	}

	/**
	 * Same partner, same account manager if he is one still. The caller has locked the
	 * link.
	 */
	public Association switchModel(Association link, AssociationType to, Subject subject) {
		Association next = this.store.succeed(link,
				new SuccessionStore.Next(link.ownerPartnerId(), to, this.members.ableToManage(link.accountManagerId())),
				"SWITCHED", this.clock.instant());
		this.outbox.announce(new CustomerModelSwitched(next.partnerId(), next.ownerPartnerId(), next.customerId(),
				link.epoch(), next.epoch(), link.type(), to, subject.customerName(), subject.accountName(),
				next.accountManagerId(), subject.requestId(), next.associatedAt()));
		this.effects.ofModel(next);
		this.listings.refresh(next.customerId());
		return next;
	}

	/** Same model, no account manager yet. The caller has locked the link. */
	public Association transfer(Association link, KnownPartner to, Subject subject) {
		Association next = this.store.succeed(link, new SuccessionStore.Next(to.ownerPartnerId(), link.type(), null),
				"TRANSFERRED", this.clock.instant());
		this.outbox.announce(new CustomerTransferred(next.partnerId(), next.ownerPartnerId(), link.ownerPartnerId(),
				next.customerId(), link.epoch(), next.epoch(), next.type(), subject.customerName(),
				subject.accountName(), subject.requestId(), next.associatedAt()));
		this.effects.ofModel(next);
		this.listings.refresh(next.customerId());
		return next;
	}

	/** The request behind it, and how its customer is named. */
	public record Subject(UUID requestId, String customerName, String accountName) {
	}

}
