package io.partnerhub.customer.association;

import java.time.Instant;
import java.util.UUID;

import io.partnerhub.contracts.AssociationType;
import io.partnerhub.customer.partner.KnownPartner;
import org.jspecify.annotations.Nullable;

/**
 * What a new link is made of.
 *
 * @param accountManagerId who wins the customer (ASC-08), if anybody
 * @param invitationId the invitation accepted; one makes one link at most (I-30)
 * @param invitationLinkId the off-line link or QR code he came by (INV-05); it makes many
 * @param accountOpenedAt since when he has his account, if anybody knows (INV-06)
 * @param madeBy who opened the account and made the link in one step (INV-11); absent
 * where the customer accepts himself
 */
public record NewLink(KnownPartner partner, UUID customerId, String customerName, String accountName,
		AssociationType type, @Nullable UUID accountManagerId, @Nullable UUID preRegistrationId,
		@Nullable UUID invitationId, @Nullable UUID invitationLinkId, @Nullable Instant accountOpenedAt,
		@Nullable String madeBy) {

	/** A link the customer accepts himself. */
	public NewLink(KnownPartner partner, UUID customerId, String customerName, String accountName, AssociationType type,
			@Nullable UUID accountManagerId, @Nullable UUID preRegistrationId, @Nullable UUID invitationId,
			@Nullable UUID invitationLinkId, @Nullable Instant accountOpenedAt) {
		this(partner, customerId, customerName, accountName, type, accountManagerId, preRegistrationId, invitationId,
				invitationLinkId, accountOpenedAt, null);
	}

	/** Who decided it. */
	String decidedBy() {
		return (this.madeBy != null) ? this.madeBy : this.accountName;
	}

}
