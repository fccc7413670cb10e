package io.partnerhub.contracts;

import java.util.UUID;

/**
 * What billing-service announces about withdrawals (提现, 9.4). The type is ORIGINAL,
 * BANK_CARD or REBATE; bank data never leaves with an event.
 */
public sealed interface WithdrawalEvent extends Event {

	UUID ownerPartnerId();

	@Override
	default UUID key() {
		return ownerPartnerId();
	}

	/** A partner asked for cash to be paid out; the amount is held. */
	record WithdrawalRequested(UUID partnerId, UUID ownerPartnerId, UUID withdrawalId, String withdrawalType,
			Amount amount) implements WithdrawalEvent {
	}

	/** The vendor approved it; the bank is told next. */
	record WithdrawalApproved(UUID partnerId, UUID ownerPartnerId, UUID withdrawalId, String withdrawalType,
			Amount amount) implements WithdrawalEvent {
	}

	/** The vendor rejected it; the amount is free again. */
	record WithdrawalRejected(UUID partnerId, UUID ownerPartnerId, UUID withdrawalId, String withdrawalType,
			Amount amount, String reason) implements WithdrawalEvent {
	}

	/** The partner took it back; the amount is free again. */
	record WithdrawalCancelled(UUID partnerId, UUID ownerPartnerId, UUID withdrawalId, String withdrawalType,
			Amount amount) implements WithdrawalEvent {
	}

	/** The bank has paid. */
	record WithdrawalSucceeded(UUID partnerId, UUID ownerPartnerId, UUID withdrawalId, String withdrawalType,
			Amount amount) implements WithdrawalEvent {
	}

	/**
	 * It was not paid; the amount is free again.
	 *
	 * @param reason INSUFFICIENT if it was not covered any more at the approval (WDR-14),
	 * else the bank's
	 */
	record WithdrawalFailed(UUID partnerId, UUID ownerPartnerId, UUID withdrawalId, String withdrawalType,
			Amount amount, String reason) implements WithdrawalEvent {
	}

}
