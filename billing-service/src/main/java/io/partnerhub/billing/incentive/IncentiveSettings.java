package io.partnerhub.billing.incentive;

import java.time.Duration;
import java.time.YearMonth;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The numbers of incentives.
 *
 * @param validMonths after the notification, unless the bill says otherwise; 1–120, 12
 * (INC-10)
 * @param exitMonths after the end of the partner's programme; 1–120, 12 (INC-10)
 * @param automaticSince first month whose resale incentives are paid by themselves
 * (INC-04)
 * @param invoiceDays the partner has for his invoices; 1–365, 30 (INC-02)
 * @param invoiceWorkingDays the vendor has to review invoices; 1–30, 2 (INC-02)
 * @param paymentWorkingDays the vendor has to review the payment; 1–30, 2 (INC-02)
 * @param runEvery how often due work is looked for
 * @param atOnce incentives or pay-outs looked at in one run; 1–1,000, 200
 */
@Validated
@ConfigurationProperties("partnerhub.incentives")
record IncentiveSettings(@DefaultValue("12") @Min(1) @Max(120) int validMonths,
		@DefaultValue("12") @Min(1) @Max(120) int exitMonths, @DefaultValue("2023-10") YearMonth automaticSince,
		@DefaultValue("30") @Min(1) @Max(365) int invoiceDays,
		@DefaultValue("2") @Min(1) @Max(30) int invoiceWorkingDays,
		@DefaultValue("2") @Min(1) @Max(30) int paymentWorkingDays, @DefaultValue("1m") Duration runEvery,
		@DefaultValue("200") @Min(1) @Max(1000) int atOnce) {
}
