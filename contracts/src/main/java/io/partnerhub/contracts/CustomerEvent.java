package io.partnerhub.contracts;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * What customer-service announces. The association (关联) is the root fact for money,
 * coupons, orders and visibility; its {@code epoch} counts a customer's links from 1 and
 * fences what belongs to an ended one.
 */
public sealed interface CustomerEvent extends Event {

	/**
	 * A partner reserved a prospect (报备) until {@code validUntil}, 15 days later (PRE-02,
	 * PRE-06).
	 */
	record CustomerPreRegistered(UUID partnerId, UUID ownerPartnerId, UUID preRegistrationId, String customerName,
			@Nullable UUID accountManagerId, Instant validUntil) implements CustomerEvent {

		@Override
		public UUID key() {
			return this.preRegistrationId;
		}

	}

	/** A pre-registration was withdrawn by the partner (PRE-07). */
	record CustomerPreRegistrationDeleted(UUID partnerId, UUID ownerPartnerId,
			UUID preRegistrationId) implements CustomerEvent {

		@Override
		public UUID key() {
			return this.preRegistrationId;
		}

	}

	/** An invitation left by mail; {@code expiresAt} is 7 days later (INV-04). */
	record InvitationSent(UUID partnerId, UUID ownerPartnerId, UUID invitationId, @Nullable UUID preRegistrationId,
			AssociationType associationType, Instant expiresAt) implements CustomerEvent {

		@Override
		public UUID key() {
			return this.invitationId;
		}

	}

	/**
	 * A customer linked himself to a partner (ASC-01, ASC-08).
	 *
	 * @param epoch number of this link in the customer's life, from 1
	 * @param accountManagerId the account manager (客户经理) he was assigned to in the same
	 * transaction, if any
	 * @param preRegistrationId the pre-registration it fulfilled, if any
	 */
	record CustomerAssociated(UUID partnerId, UUID ownerPartnerId, UUID customerId, int epoch,
			AssociationType associationType, String customerName, String accountName, @Nullable UUID accountManagerId,
			@Nullable UUID preRegistrationId, Instant associatedAt) implements CustomerEvent {

		@Override
		public UUID key() {
			return this.customerId;
		}

	}

	/** One side asked to end the link (DIS-01); the other side must answer. */
	record DisassociationRequested(UUID partnerId, UUID ownerPartnerId, UUID customerId, int epoch, UUID requestId,
			Side initiator) implements CustomerEvent {

		@Override
		public UUID key() {
			return this.customerId;
		}

	}

	/** The other side refused, or the requester withdrew; the link stays. */
	record DisassociationRejected(UUID partnerId, UUID ownerPartnerId, UUID customerId, int epoch, UUID requestId,
			Outcome outcome) implements CustomerEvent {

		@Override
		public UUID key() {
			return this.customerId;
		}

	}

	/**
	 * The link ended (DIS-09). Coupon, billing and opportunity answer once they are
	 * through.
	 */
	record CustomerDisassociated(UUID partnerId, UUID ownerPartnerId, UUID customerId, int epoch,
			AssociationType associationType, UUID requestId, String reason, Instant endedAt) implements CustomerEvent {

		@Override
		public UUID key() {
			return this.customerId;
		}

	}

	/**
	 * Vouchers are reclaimed, the balance is back and opportunities are closed: nothing
	 * of the link is left.
	 */
	record DisassociationCompleted(UUID partnerId, UUID ownerPartnerId, UUID customerId, int epoch,
			UUID requestId) implements CustomerEvent {

		@Override
		public UUID key() {
			return this.customerId;
		}

	}

	/** Who acts. */
	enum Side {

		PARTNER, CUSTOMER

	}

	/** How a request ended without ending the link. */
	enum Outcome {

		REJECTED, CANCELLED

	}

}
