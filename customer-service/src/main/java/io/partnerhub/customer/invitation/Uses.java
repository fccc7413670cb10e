package io.partnerhub.customer.invitation;

import java.time.Instant;
import java.util.UUID;

import io.partnerhub.customer.account.Account;
import io.partnerhub.customer.association.AssociationSettings;
import io.partnerhub.customer.partner.KnownPartner;
import io.partnerhub.customer.preregistration.PreRegistration;
import io.partnerhub.customer.preregistration.PreRegistrations;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * How often a link works: one from a mail once (INV-08), an off-line one once for each
 * account that may come by it (INV-06, I-30).
 */
@Service
@Transactional(propagation = Propagation.MANDATORY)
class Uses {

	private final InvitationStore invitations;

	private final InvitationLinkStore links;

	private final PreRegistrations preRegistrations;

	private final AssociationSettings settings;

	Uses(InvitationStore invitations, InvitationLinkStore links, PreRegistrations preRegistrations,
			AssociationSettings settings) {
		this.invitations = invitations;
		this.links = links;
		this.preRegistrations = preRegistrations;
		this.settings = settings;
	}

	/** Says so early, before anything else is asked about the account. */
	void refuseRepeat(Offer seen, Account account) {
		UUID customer = account.customerId();
		if (seen instanceof InvitationLink link && customer != null
				&& this.links.hasBroughtBefore(link.id(), customer)) {
			throw Offer.used();
		}
	}

	/** The caller holds the offer and the customer. */
	void use(Offer offer, Visitor visitor, KnownPartner partner, Instant now) {
		switch (offer) {
			case Invitation invitation -> use(invitation, visitor, now);
			case InvitationLink link -> use(link, visitor, partner, now);
		}
	}

	/** The reservation has served; what was sent for it works no longer. */
	void fulfil(PreRegistration prospect, Instant now) {
		this.preRegistrations.moveTo(prospect.id(), PreRegistration.State.ASSOCIATED);
		this.invitations.close(prospect.id(), Invitation.State.REVOKED, now);
	}

	private void use(Invitation invitation, Visitor visitor, Instant now) {
		if (!this.invitations.use(invitation.id(), visitor.customerId(), now)) {
			throw Offer.used();
		}
	}

	private void use(InvitationLink link, Visitor visitor, KnownPartner partner, Instant now) {
		if (this.links.hasBroughtBefore(link.id(), visitor.customerId())) {
			throw Offer.used();
		}
		if (!visitor.preRegistered()) {
			OfflineRules.requireNew(visitor.account(), this.settings.newAccount(), partner.name(), now);
		}
	}

	/** Who comes by a link. */
	record Visitor(UUID customerId, Account account, boolean preRegistered) {
	}

}
