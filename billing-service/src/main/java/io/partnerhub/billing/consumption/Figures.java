package io.partnerhub.billing.consumption;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Currency;

import io.partnerhub.platform.money.Money;

/**
 * Booked sums of consumption in one currency, by the list and by the way of payment
 * (13.2, CON-05).
 *
 * @param records how many records it is
 * @param official by the list
 * @param payable what was due: all that follows together
 * @param cash paid in cash
 * @param credit paid from a credit line
 * @param voucher paid with vouchers
 * @param cashCoupon paid with cash coupons
 * @param storedValueCard paid with stored-value cards
 * @param debt still owed
 * @param writeoff written off
 */
record Figures(long records, Money official, Money payable, Money cash, Money credit, Money voucher, Money cashCoupon,
		Money storedValueCard, Money debt, Money writeoff) {

	/** Sums of the booked columns, as {@link #of} reads them. */
	static final String SUMS = """
			sum(records) as records, sum(official_minor) as official, sum(payable_minor) as payable,
			sum(cash_minor) as cash, sum(credit_minor) as credit, sum(voucher_minor) as voucher,
			sum(cash_coupon_minor) as cash_coupon, sum(stored_card_minor) as stored_card, sum(debt_minor) as debt,
			sum(writeoff_minor) as writeoff
			""";

	static Figures of(ResultSet row) throws SQLException {
		Currency currency = Currency.getInstance(row.getString("currency"));
		return new Figures(row.getLong("records"), money(row, "official", currency), money(row, "payable", currency),
				money(row, "cash", currency), money(row, "credit", currency), money(row, "voucher", currency),
				money(row, "cash_coupon", currency), money(row, "stored_card", currency), money(row, "debt", currency),
				money(row, "writeoff", currency));
	}

	Figures plus(Figures other) {
		return new Figures(this.records + other.records, this.official.plus(other.official),
				this.payable.plus(other.payable), this.cash.plus(other.cash), this.credit.plus(other.credit),
				this.voucher.plus(other.voucher), this.cashCoupon.plus(other.cashCoupon),
				this.storedValueCard.plus(other.storedValueCard), this.debt.plus(other.debt),
				this.writeoff.plus(other.writeoff));
	}

	/** What has been paid, in whatever way. */
	Money paid() {
		return this.payable.minus(this.debt).minus(this.writeoff);
	}

	/** What was saved against the list (CON-05). */
	Money saved() {
		return this.official.minus(this.payable);
	}

	Currency currency() {
		return this.payable.currency();
	}

	private static Money money(ResultSet row, String column, Currency currency) throws SQLException {
		return new Money(row.getLong(column), currency);
	}

}
