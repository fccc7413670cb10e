package io.partnerhub.program.partner;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;

import io.partnerhub.contracts.AssociationType;
import io.partnerhub.contracts.PartnerStatus;
import io.partnerhub.contracts.PartnerType;
import org.jspecify.annotations.Nullable;

/**
 * A partner as the vendor, the partner itself and its distributor see it.
 *
 * @param distributorId of a reseller
 * @param allowedAssociationTypes models it may offer to customers (INV-07)
 * @param verificationCodeRequired whether its critical operations ask for a code
 * @param mailLanguage of mails to its people and customers, zh or en; absent while unset
 */
record PartnerView(UUID id, PartnerType type, String name, String email, String mobile, PartnerStatus status,
		@Nullable UUID distributorId, Set<AssociationType> allowedAssociationTypes, boolean verificationCodeRequired,
		@Nullable String mailLanguage, Instant registeredAt) {

	static PartnerView of(Partner partner) {
		return new PartnerView(partner.id(), partner.type(), partner.name(), partner.settings().email(),
				partner.settings().mobile(), partner.status(),
				(partner.type() == PartnerType.RESELLER) ? partner.partnerId() : null,
				partner.settings().allowedAssociationTypes(), partner.settings().verificationCodeRequired(),
				partner.settings().mailLanguage(), partner.registeredAt());
	}

}
