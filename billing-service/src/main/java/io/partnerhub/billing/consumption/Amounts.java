package io.partnerhub.billing.consumption;

import java.math.BigDecimal;

/**
 * What something costs by the list, and how it was paid, in the unit of its currency and
 * with all digits (13.2). What was paid, is owed and was written off is what was due.
 *
 * @param official by the list
 * @param debt still owed
 * @param writeoff owed once and written off
 */
record Amounts(BigDecimal official, BigDecimal cash, BigDecimal credit, BigDecimal voucher, BigDecimal cashCoupon,
		BigDecimal storedCard, BigDecimal debt, BigDecimal writeoff) {

	static Amounts ofCash(BigDecimal official, BigDecimal cash) {
		return new Amounts(official, cash, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO,
				BigDecimal.ZERO, BigDecimal.ZERO);
	}

	/** What was due. */
	BigDecimal payable() {
		return this.cash.add(this.credit)
			.add(this.voucher)
			.add(this.cashCoupon)
			.add(this.storedCard)
			.add(this.debt)
			.add(this.writeoff);
	}

}
