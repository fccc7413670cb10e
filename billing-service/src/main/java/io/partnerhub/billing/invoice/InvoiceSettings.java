package io.partnerhub.billing.invoice;

import java.math.BigDecimal;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The numbers of the vendor's invoices.
 *
 * @param afterDay day of the month (UTC+8) after which invoices can be asked for; 3
 * (INVO-06)
 * @param vendorCourierFrom yuan from which the vendor pays the courier; 10 (INVO-08)
 * @param marketplaceCourierFrom the same for sellers of the marketplace; 100 (INVO-08)
 * @param reviewWorkingDays for the review; 1 (INVO-09)
 * @param paperDays to issue on paper; 3 (INVO-09)
 * @param revocationDays to decide a revocation; 3 (INVO-09)
 */
@ConfigurationProperties("partnerhub.invoices")
record InvoiceSettings(@DefaultValue("3") int afterDay, @DefaultValue("10.00") BigDecimal vendorCourierFrom,
		@DefaultValue("100.00") BigDecimal marketplaceCourierFrom, @DefaultValue("1") int reviewWorkingDays,
		@DefaultValue("3") int paperDays, @DefaultValue("3") int revocationDays) {
}
