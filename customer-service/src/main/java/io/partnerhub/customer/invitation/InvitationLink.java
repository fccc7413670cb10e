package io.partnerhub.customer.invitation;

import java.time.Instant;
import java.util.UUID;

import io.partnerhub.contracts.AssociationType;
import io.partnerhub.customer.mail.Language;
import org.jspecify.annotations.Nullable;

/**
 * An off-line link or QR code: works for everybody and never expires, until it is taken
 * back (INV-05).
 *
 * @param customTag login name of the creating member, or the access key that made it
 */
record InvitationLink(UUID id, UUID partnerId, UUID ownerPartnerId, @Nullable UUID accountManagerId,
		@Nullable UUID creatorId, Channel channel, AssociationType type, String customTag, Instant createdAt,
		@Nullable Instant revokedAt) implements Offer {

	@Override
	public Language languageOr(Language usual) {
		return usual;
	}

	@Override
	public InvitationLink usable(Instant now) {
		if (this.revokedAt != null) {
			throw Offer.unknown();
		}
		return this;
	}

}
