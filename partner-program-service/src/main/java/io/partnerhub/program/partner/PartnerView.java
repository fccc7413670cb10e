package io.partnerhub.program.partner;

import java.time.Instant;
import java.util.UUID;

import io.partnerhub.contracts.PartnerStatus;
import io.partnerhub.contracts.PartnerType;
import org.jspecify.annotations.Nullable;

/**
 * A partner as the vendor, the partner itself and its distributor see it.
 *
 * @param distributorId of a reseller
 */
record PartnerView(UUID id, PartnerType type, String name, String email, String mobile, PartnerStatus status,
		@Nullable UUID distributorId, Instant registeredAt) {

	static PartnerView of(Partner partner) {
		return new PartnerView(partner.id(), partner.type(), partner.name(), partner.email(), partner.mobile(),
				partner.status(), (partner.type() == PartnerType.RESELLER) ? partner.partnerId() : null,
				partner.registeredAt());
	}

}
