package io.partnerhub.billing.resale;

import java.math.BigDecimal;
import java.util.UUID;

import io.partnerhub.billing.document.InvoiceWords;
import io.partnerhub.platform.money.Money;
import io.partnerhub.platform.money.Positive;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;

/**
 * An invoice as the partner issued it.
 *
 * @param number 1–32 letters, digits, hyphens; unique among the partner's invoices
 * @param amount with tax
 * @param taxRate 0.00–100.00 percent
 * @param fileId of a file the partner uploaded
 */
record Issuance(
		@NotNull @Pattern(regexp = InvoiceWords.NUMBER,
				message = "has 1 to 32 letters, digits or hyphens") String number,
		@NotNull @Positive Money amount,
		@NotNull @DecimalMin("0") @DecimalMax("100") @Digits(integer = 3, fraction = 2) BigDecimal taxRate,
		@NotNull UUID fileId) {

	BigDecimal rate() {
		return this.taxRate.setScale(2);
	}

}
