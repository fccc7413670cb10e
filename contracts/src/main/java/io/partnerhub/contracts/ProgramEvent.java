package io.partnerhub.contracts;

import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/** What partner-program-service announces about partners, their people and their keys. */
public sealed interface ProgramEvent extends Event {

	/**
	 * A partner joined the hub.
	 *
	 * @param partnerId the tenant; for a reseller its distributor
	 * @param ownerPartnerId the partner itself
	 * @param type what the partner is
	 * @param name company name, 1–128 characters
	 * @param email reserved e-mail (PRE-01)
	 * @param mobile reserved mobile number (PRE-01)
	 * @param status health of the partner (0.4)
	 */
	record PartnerRegistered(UUID partnerId, UUID ownerPartnerId, PartnerType type, String name, @Nullable String email,
			@Nullable String mobile, PartnerStatus status) implements ProgramEvent {

		@Override
		public UUID key() {
			return this.ownerPartnerId;
		}

	}

	/** The vendor changed a partner's health (0.4). */
	record PartnerStatusChanged(UUID partnerId, UUID ownerPartnerId, PartnerStatus status) implements ProgramEvent {

		@Override
		public UUID key() {
			return this.ownerPartnerId;
		}

	}

	/** A reseller left its distributor (RSL-12). */
	record ResellerReleased(UUID partnerId, UUID ownerPartnerId) implements ProgramEvent {

		@Override
		public UUID key() {
			return this.ownerPartnerId;
		}

	}

	/**
	 * What a partner or the vendor has set for the partner; carries the whole present
	 * state.
	 *
	 * @param email reserved e-mail (PRE-01)
	 * @param mobile reserved mobile number (PRE-01)
	 * @param allowedAssociationTypes models the partner may offer to customers (INV-07)
	 * @param verificationCodeRequired whether critical operations ask for a code
	 * @param mailLanguage of mails to its people and customers, zh or en; absent while
	 * unset
	 */
	record PartnerSettingsChanged(UUID partnerId, UUID ownerPartnerId, @Nullable String email, @Nullable String mobile,
			List<AssociationType> allowedAssociationTypes, boolean verificationCodeRequired,
			@Nullable String mailLanguage) implements ProgramEvent {

		@Override
		public UUID key() {
			return this.ownerPartnerId;
		}

	}

	/**
	 * A member was added, got other roles or another supervisor, or was deactivated.
	 * Carries the whole present state.
	 *
	 * @param issuer identity provider of the login
	 * @param subject the login's subject at that provider
	 * @param email where the member's codes go
	 * @param mobile where the member's codes go, in E.164
	 * @param supervisorId the member's supervisor (ORG-12), absent for none
	 */
	record MemberChanged(UUID partnerId, UUID ownerPartnerId, UUID memberId, String loginName, String displayName,
			List<Role> roles, @Nullable UUID supervisorId, boolean active, String issuer, String subject,
			@Nullable String email, @Nullable String mobile) implements ProgramEvent {

		@Override
		public UUID key() {
			return this.ownerPartnerId;
		}

	}

	/** An access key was created (API-12). Never carries the secret. */
	record ApiClientCreated(UUID partnerId, UUID ownerPartnerId, String accessKey) implements ProgramEvent {

		@Override
		public UUID key() {
			return this.ownerPartnerId;
		}

	}

	/** An access key was disabled; gateways stop accepting it within 60 seconds. */
	record ApiClientDisabled(UUID partnerId, UUID ownerPartnerId, String accessKey) implements ProgramEvent {

		@Override
		public UUID key() {
			return this.ownerPartnerId;
		}

	}

}
