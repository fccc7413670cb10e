package io.partnerhub.customer.invitation;

import java.util.Optional;

import org.springframework.stereotype.Component;

/** Finds what stands behind a token, whichever kind it is. */
@Component
class Offers {

	private final InvitationStore invitations;

	private final InvitationLinkStore links;

	Offers(InvitationStore invitations, InvitationLinkStore links) {
		this.invitations = invitations;
		this.links = links;
	}

	Offer find(InvitationToken token) {
		Optional<Offer> invitation = this.invitations.find(token).map((found) -> found);
		return invitation.or(() -> this.links.find(token)).orElseThrow(Offer::unknown);
	}

	/**
	 * An invitation for its one acceptance; a link against being taken back meanwhile.
	 */
	Offer lock(Offer seen) {
		return switch (seen) {
			case Invitation invitation -> this.invitations.lock(invitation.id()).orElseThrow(Offer::unknown);
			case InvitationLink link -> this.links.lockForShare(link.id()).orElseThrow(Offer::unknown);
		};
	}

}
