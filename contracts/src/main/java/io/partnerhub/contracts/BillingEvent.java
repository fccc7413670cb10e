package io.partnerhub.contracts;

import java.util.UUID;

/** What billing-service announces about money that moved. */
public sealed interface BillingEvent extends Event {

	/** Money arrived on a partner's cash account (充值). */
	record PartnerToppedUp(UUID partnerId, UUID ownerPartnerId, UUID transactionId,
			Amount amount) implements BillingEvent {

		@Override
		public UUID key() {
			return this.ownerPartnerId;
		}

	}

	/** A partner gave a resale customer money to spend (拨款, ADJ-01). */
	record CustomerAppropriated(UUID partnerId, UUID ownerPartnerId, UUID customerId, UUID transactionId,
			Amount amount) implements BillingEvent {

		@Override
		public UUID key() {
			return this.customerId;
		}

	}

	/** A partner took appropriated money back (回收, ADJ-04). */
	record CustomerBalanceReclaimed(UUID partnerId, UUID ownerPartnerId, UUID customerId, UUID transactionId,
			Amount amount) implements BillingEvent {

		@Override
		public UUID key() {
			return this.customerId;
		}

	}

	/**
	 * What was left of the appropriated money went back because the link ended (DIS-09);
	 * the amount is 0.00 when nothing was left.
	 */
	record CustomerBalanceReturned(UUID partnerId, UUID ownerPartnerId, UUID customerId, int epoch, Amount amount,
			Reason reason) implements BillingEvent {

		@Override
		public UUID key() {
			return this.customerId;
		}

	}

	/** Why a balance was returned. */
	enum Reason {

		UNBIND

	}

}
