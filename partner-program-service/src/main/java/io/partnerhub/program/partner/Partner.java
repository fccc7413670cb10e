package io.partnerhub.program.partner;

import java.time.Instant;
import java.util.UUID;

import io.partnerhub.contracts.PartnerStatus;
import io.partnerhub.contracts.PartnerType;
import io.partnerhub.contracts.ProgramEvent.PartnerRegistered;
import io.partnerhub.contracts.ProgramEvent.PartnerSettingsChanged;
import io.partnerhub.contracts.ProgramEvent.PartnerStatusChanged;

/**
 * A company in the partner programme. It is its own tenant, except a reseller, which
 * lives in that of its one distributor for good (RSL-06).
 *
 * @param partnerId the tenant
 */
public record Partner(UUID id, UUID partnerId, PartnerType type, String name, Settings settings, PartnerStatus status,
		Instant registeredAt) {

	Partner with(PartnerStatus status) {
		return new Partner(this.id, this.partnerId, this.type, this.name, this.settings, status, this.registeredAt);
	}

	Partner with(Settings settings) {
		return new Partner(this.id, this.partnerId, this.type, this.name, settings, this.status, this.registeredAt);
	}

	PartnerRegistered registered() {
		return new PartnerRegistered(this.partnerId, this.id, this.type, this.name, this.settings.email(),
				this.settings.mobile(), this.status);
	}

	PartnerSettingsChanged settingsChanged() {
		return new PartnerSettingsChanged(this.partnerId, this.id, this.settings.email(), this.settings.mobile(),
				this.settings.allowedAssociationTypes().stream().sorted().toList(),
				this.settings.verificationCodeRequired(), this.settings.mailLanguage());
	}

	PartnerStatusChanged statusChanged() {
		return new PartnerStatusChanged(this.partnerId, this.id, this.status);
	}

}
