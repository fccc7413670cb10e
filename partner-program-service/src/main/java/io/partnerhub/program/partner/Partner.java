package io.partnerhub.program.partner;

import java.time.Instant;
import java.util.UUID;

import io.partnerhub.contracts.PartnerStatus;
import io.partnerhub.contracts.PartnerType;
import io.partnerhub.contracts.ProgramEvent.PartnerRegistered;
import io.partnerhub.contracts.ProgramEvent.PartnerStatusChanged;

/**
 * A company in the partner programme. It is its own tenant, except a reseller, which
 * lives in that of its one distributor for good (RSL-06).
 *
 * @param partnerId the tenant
 * @param email reserved e-mail (PRE-01)
 * @param mobile reserved mobile number (PRE-01)
 */
public record Partner(UUID id, UUID partnerId, PartnerType type, String name, String email, String mobile,
		PartnerStatus status, Instant registeredAt) {

	Partner with(PartnerStatus status) {
		return new Partner(this.id, this.partnerId, this.type, this.name, this.email, this.mobile, status,
				this.registeredAt);
	}

	PartnerRegistered registered() {
		return new PartnerRegistered(this.partnerId, this.id, this.type, this.name, this.email, this.mobile,
				this.status);
	}

	PartnerStatusChanged statusChanged() {
		return new PartnerStatusChanged(this.partnerId, this.id, this.status);
	}

}
