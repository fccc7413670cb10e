package io.partnerhub.contracts;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

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

	/**
	 * A partner gave a resale customer money to spend (拨款, ADJ-01).
	 *
	 * @param type absent in old events, which were about cash
	 */
	record CustomerAppropriated(UUID partnerId, UUID ownerPartnerId, UUID customerId, UUID transactionId, Amount amount,
			@Nullable AppropriationType type) implements BillingEvent {

		@Override
		public UUID key() {
			return this.customerId;
		}

	}

	/**
	 * A partner took appropriated money back (回收, ADJ-04).
	 *
	 * @param type absent in old events, which were about cash
	 */
	record CustomerBalanceReclaimed(UUID partnerId, UUID ownerPartnerId, UUID customerId, UUID transactionId,
			Amount amount, @Nullable AppropriationType type) implements BillingEvent {

		@Override
		public UUID key() {
			return this.customerId;
		}

	}

	/** A distributor gave a reseller cash (拨款, ADJ-06). */
	record ResellerAppropriated(UUID partnerId, UUID ownerPartnerId, UUID resellerId, UUID transactionId,
			Amount amount) implements BillingEvent {

		@Override
		public UUID key() {
			return this.resellerId;
		}

	}

	/** A distributor took cash back from a reseller (回收, ADJ-06). */
	record ResellerBalanceReclaimed(UUID partnerId, UUID ownerPartnerId, UUID resellerId, UUID transactionId,
			Amount amount) implements BillingEvent {

		@Override
		public UUID key() {
			return this.resellerId;
		}

	}

	/**
	 * What a partner has free in cash fell below the threshold it chose (余额预警, 9.5); told
	 * once per crossing.
	 */
	record BalanceAlertRaised(UUID partnerId, UUID ownerPartnerId, Amount threshold,
			Amount available) implements BillingEvent {

		@Override
		public UUID key() {
			return this.ownerPartnerId;
		}

	}

	/**
	 * What was left of the appropriated money went back because the link ended (DIS-09)
	 * or its model changed (DIS-11); the amount is 0.00 when nothing was left.
	 *
	 * @param keptCash the customer's own cash, which stays his (ASC-05)
	 */
	record CustomerBalanceReturned(UUID partnerId, UUID ownerPartnerId, UUID customerId, int epoch, Amount amount,
			Reason reason, @Nullable Amount keptCash) implements BillingEvent {

		@Override
		public UUID key() {
			return this.customerId;
		}

	}

	/**
	 * What a customer owes changed (CUS-01, DIS-05); 0.00 when he owes nothing any more.
	 */
	record CustomerArrearsChanged(UUID partnerId, UUID ownerPartnerId, UUID customerId, int epoch,
			Amount arrears) implements BillingEvent {

		@Override
		public UUID key() {
			return this.customerId;
		}

	}

	/** Why a balance was returned. */
	enum Reason {

		UNBIND, MODEL_SWITCH, TRANSFER

	}

}
