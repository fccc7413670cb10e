package io.partnerhub.customer.invitation;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import io.partnerhub.contracts.AssociationType;
import io.partnerhub.contracts.Permission;
import io.partnerhub.platform.caller.Caller;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An off-line link or QR code as the partner sees it.
 *
 * @param link the address to hand out, absent once it was taken back
 */
@Schema(name = "InvitationLink")
record InvitationLinkView(UUID id, Channel channel, AssociationType associationType, String invoiceIssuer,
		String customTag, @Nullable UUID accountManagerId, @Nullable String link, Instant createdAt,
		@Nullable Instant revokedAt, @Schema(allowableValues = "REVOKE") List<String> allowedActions) {

	static InvitationLinkView of(InvitationLink link, @Nullable String address, Caller caller) {
		boolean revocable = link.revokedAt() == null && caller.may(Permission.DEVELOP_CUSTOMERS);
		return new InvitationLinkView(link.id(), link.channel(), link.type(), Notice.invoiceIssuer(link.type()),
				link.customTag(), link.accountManagerId(), address, link.createdAt(), link.revokedAt(),
				revocable ? List.of("REVOKE") : List.of());
	}

}
