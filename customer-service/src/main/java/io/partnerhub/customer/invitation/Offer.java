package io.partnerhub.customer.invitation;

import java.time.Instant;
import java.util.UUID;

import io.partnerhub.contracts.AssociationType;
import io.partnerhub.customer.mail.Language;
import io.partnerhub.platform.problem.Problem;
import org.jspecify.annotations.Nullable;

/**
 * What stands behind a token: an invitation by mail, or an off-line link or QR code
 * (INV-05).
 */
sealed interface Offer permits Invitation, InvitationLink {

	UUID id();

	UUID ownerPartnerId();

	Channel channel();

	AssociationType type();

	/**
	 * The language in which the customer is addressed unless he says otherwise: chosen
	 * with the invitation, or the one his partner usually writes in.
	 */
	Language languageOr(Language usual);

	/** Who wins the customer (ASC-08), if anybody. */
	@Nullable UUID accountManagerId();

	/** The person who made it, absent for an access key. */
	@Nullable UUID creatorId();

	/** Refuses what no longer works. */
	Offer usable(Instant now);

	/** The same answer for what never was and what was taken back (INV-08). */
	static Problem unknown() {
		return Problem.notFound("INVITE_NOT_FOUND", "invitation behind this link");
	}

	static Problem used() {
		return Problem.conflict("INVITE_USED", "This invitation has been accepted already.");
	}

}
