package io.partnerhub.contracts;

import java.util.UUID;

/**
 * What billing-service announces about customers' consumption and what it counts for a
 * partner (13). The key is the partner. Periods and cycles are months, {@code YYYY-MM} in
 * UTC+8.
 */
public sealed interface ConsumptionEvent extends Event {

	UUID ownerPartnerId();

	@Override
	default UUID key() {
		return ownerPartnerId();
	}

	/**
	 * Records of consumption were added to a partner's month: one event per batch or
	 * file, partner, month and currency.
	 *
	 * @param batchId the batch or file
	 * @param records how many were added
	 * @param payable by how much the month's amount due has grown
	 * @param cash how much of it was paid in cash
	 */
	record ConsumptionPosted(UUID partnerId, UUID ownerPartnerId, UUID batchId, String cycle, long records,
			Amount payable, Amount cash) implements ConsumptionEvent {
	}

	/**
	 * A partner's performance (业绩) of a month is settled and changes no more; what comes
	 * late counts in a later month.
	 *
	 * @param total of the partner's customers, for a distributor those of its resellers
	 * included (PER-07)
	 */
	record PerformanceSheetClosed(UUID partnerId, UUID ownerPartnerId, UUID sheetId, String period,
			Amount total) implements ConsumptionEvent {
	}

	/**
	 * A partner's own bill for a month was generated (BIL-01).
	 *
	 * @param dueDate last day to pay, {@code YYYY-MM-DD} in UTC+8
	 */
	record BillIssued(UUID partnerId, UUID ownerPartnerId, UUID billId, String cycle, Amount amount,
			String dueDate) implements ConsumptionEvent {
	}

	/**
	 * A bill was not paid by its due date.
	 *
	 * @param open what is still to be paid
	 */
	record BillOverdue(UUID partnerId, UUID ownerPartnerId, UUID billId, String cycle,
			Amount open) implements ConsumptionEvent {
	}

}
