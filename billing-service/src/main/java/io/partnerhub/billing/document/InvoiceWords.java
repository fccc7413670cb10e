package io.partnerhub.billing.document;

import java.math.BigDecimal;

import io.partnerhub.platform.money.Money;
import io.partnerhub.platform.problem.Problem;

/**
 * Refusals that all kinds of invoices share: what an invoice says must be what it is for
 * (INVO-03, INVO-07, INVO-11).
 */
public final class InvoiceWords {

	/** Numbers of invoices: 1–32 letters, digits and hyphens. */
	public static final String NUMBER = "[0-9A-Za-z-]{1,32}";

	private InvoiceWords() {
	}

	public static void requireTitle(InvoiceType type, InvoiceTitle title) {
		if (!title.fits(type)) {
			throw Problem.conflict("INVOICE_TITLE_NOT_COMPANY",
					"A special VAT invoice is made out to a company with its taxpayer number only.");
		}
	}

	public static void requireAmount(Money amount, Money expected) {
		if (!amount.equals(expected)) {
			throw Problem.conflict("INVOICE_AMOUNT_MISMATCH", "The amount is not what is to be invoiced.")
				.with("expected", expected);
		}
	}

	public static void requireTaxRate(BigDecimal rate, BigDecimal expected) {
		if (rate.compareTo(expected) != 0) {
			throw Problem.conflict("INVOICE_TAX_RATE_MISMATCH", "The tax rate is another one.")
				.with("expected", expected);
		}
	}

	public static Problem numberUsed() {
		return Problem.conflict("INVOICE_NUMBER_USED", "An invoice with this number exists already.");
	}

	/** A tax rate as it is written, in percent. */
	public static String percent(BigDecimal rate) {
		return rate.setScale(2).toPlainString();
	}

}
