package io.partnerhub.contracts;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * What customer-service announces about prospects (报备): whom a partner has reserved or
 * invited, before there is a customer.
 */
public sealed interface ProspectEvent extends Event {

	/**
	 * A partner reserved a prospect (报备) until {@code validUntil}, 15 days later (PRE-02,
	 * PRE-06).
	 */
	record CustomerPreRegistered(UUID partnerId, UUID ownerPartnerId, UUID preRegistrationId, String customerName,
			@Nullable UUID accountManagerId, Instant validUntil) implements ProspectEvent {

		@Override
		public UUID key() {
			return this.preRegistrationId;
		}

	}

	/** A pre-registration was withdrawn by the partner (PRE-07). */
	record CustomerPreRegistrationDeleted(UUID partnerId, UUID ownerPartnerId,
			UUID preRegistrationId) implements ProspectEvent {

		@Override
		public UUID key() {
			return this.preRegistrationId;
		}

	}

	/**
	 * The vendor's review of a pre-registration ended without a reservation (PRE-05).
	 */
	record CustomerPreRegistrationRejected(UUID partnerId, UUID ownerPartnerId, UUID preRegistrationId,
			String reason) implements ProspectEvent {

		@Override
		public UUID key() {
			return this.preRegistrationId;
		}

	}

	/**
	 * The 15 days of a pre-registration are over; anybody may reserve the prospect again
	 * (PRE-02).
	 */
	record CustomerPreRegistrationExpired(UUID partnerId, UUID ownerPartnerId, UUID preRegistrationId,
			Instant validUntil) implements ProspectEvent {

		@Override
		public UUID key() {
			return this.preRegistrationId;
		}

	}

	/** An invitation left by mail; {@code expiresAt} is 7 days later (INV-04). */
	record InvitationSent(UUID partnerId, UUID ownerPartnerId, UUID invitationId, @Nullable UUID preRegistrationId,
			AssociationType associationType, Instant expiresAt) implements ProspectEvent {

		@Override
		public UUID key() {
			return this.invitationId;
		}

	}

}
