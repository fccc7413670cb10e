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

	/**
	 * A customer belongs to an account manager (客户经理) from now on; follows
	 * {@code customer.associated} in its transaction (ASC-08).
	 *
	 * @param source how he came to him
	 */
	record CustomerAssigned(UUID partnerId, UUID ownerPartnerId, UUID customerId, int epoch, UUID accountManagerId,
			AssignmentSource source, Instant assignedAt) implements CustomerEvent {

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

	/**
	 * One side asked to change the transaction model (DIS-06); the other side must
	 * answer.
	 */
	record ModelSwitchRequested(UUID partnerId, UUID ownerPartnerId, UUID customerId, int epoch, UUID requestId,
			Side initiator, AssociationType from, AssociationType to) implements CustomerEvent {

		@Override
		public UUID key() {
			return this.customerId;
		}

	}

	/**
	 * The switch was refused, withdrawn or left unanswered; the model stays.
	 */
	record ModelSwitchRejected(UUID partnerId, UUID ownerPartnerId, UUID customerId, int epoch, UUID requestId,
			Outcome outcome) implements CustomerEvent {

		@Override
		public UUID key() {
			return this.customerId;
		}

	}

	/**
	 * The customer deals under another model from now on (DIS-10, DIS-11): the link of
	 * {@code endedEpoch} is over and that of {@code epoch} has begun, with the same
	 * partner. Coupon and billing answer for the ended epoch once they are through.
	 */
	record CustomerModelSwitched(UUID partnerId, UUID ownerPartnerId, UUID customerId, int endedEpoch, int epoch,
			AssociationType from, AssociationType to, String customerName, String accountName,
			@Nullable UUID accountManagerId, UUID requestId, Instant switchedAt) implements CustomerEvent {

		@Override
		public UUID key() {
			return this.customerId;
		}

	}

	/**
	 * Everything of the ended model is settled.
	 */
	record ModelSwitchCompleted(UUID partnerId, UUID ownerPartnerId, UUID customerId, int epoch,
			UUID requestId) implements CustomerEvent {

		@Override
		public UUID key() {
			return this.customerId;
		}

	}

	/**
	 * A distributor asked to move the customer to another of its resellers, or to itself
	 * (云经销商转移, DIS-14); the customer must answer.
	 *
	 * @param ownerPartnerId the partner who has the customer
	 * @param toPartnerId the partner who is to get him
	 */
	record TransferRequested(UUID partnerId, UUID ownerPartnerId, UUID customerId, int epoch, UUID requestId,
			UUID toPartnerId) implements CustomerEvent {

		@Override
		public UUID key() {
			return this.customerId;
		}

	}

	/**
	 * The transfer was refused, withdrawn or left unanswered; the customer stays where he
	 * is.
	 */
	record TransferRejected(UUID partnerId, UUID ownerPartnerId, UUID customerId, int epoch, UUID requestId,
			Outcome outcome) implements CustomerEvent {

		@Override
		public UUID key() {
			return this.customerId;
		}

	}

	/**
	 * The customer belongs to another partner of the same distributor (DIS-14): the link
	 * of {@code endedEpoch} with {@code fromPartnerId} is over, that of {@code epoch}
	 * with {@code ownerPartnerId} has begun. Coupon, billing and opportunity answer for
	 * the ended epoch once they are through.
	 */
	record CustomerTransferred(UUID partnerId, UUID ownerPartnerId, UUID fromPartnerId, UUID customerId, int endedEpoch,
			int epoch, AssociationType associationType, String customerName, String accountName, UUID requestId,
			Instant transferredAt) implements CustomerEvent {

		@Override
		public UUID key() {
			return this.customerId;
		}

	}

	/**
	 * Everything of the link with the former partner is settled.
	 */
	record TransferCompleted(UUID partnerId, UUID ownerPartnerId, UUID customerId, int epoch,
			UUID requestId) implements CustomerEvent {

		@Override
		public UUID key() {
			return this.customerId;
		}

	}

	/**
	 * A customer was frozen (FRZ-01), for example until his first budget is set (ASC-05).
	 *
	 * @param reason code or text, 1–256 characters
	 * @param by login name of who did it, {@code system} for a rule
	 */
	record CustomerFrozen(UUID partnerId, UUID ownerPartnerId, UUID customerId, int epoch, FreezeType type,
			String reason, String by) implements CustomerEvent {

		@Override
		public UUID key() {
			return this.customerId;
		}

	}

	/**
	 * A frozen customer may buy again.
	 */
	record CustomerUnfrozen(UUID partnerId, UUID ownerPartnerId, UUID customerId, int epoch, FreezeType type,
			String by) implements CustomerEvent {

		@Override
		public UUID key() {
			return this.customerId;
		}

	}

	/** What is frozen: the account alone, or his resources as well. */
	enum FreezeType {

		ACCOUNT, ACCOUNT_AND_RESOURCE

	}

	/** How a customer came to his account manager. */
	enum AssignmentSource {

		INVITATION, MANUAL

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
