package io.partnerhub.billing.order;

import java.time.Duration;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The numbers of exports of order lines.
 *
 * @param months longest time range of one export; 12
 * @param kept how long a file can be fetched; 3 days
 * @param linesPerPart lines of one transaction; 5,000
 * @param most lines of one export; 200,000
 * @param open exports of a partner that run at a time; 5
 */
@Validated
@ConfigurationProperties("partnerhub.order-line-exports")
record LineExportSettings(@DefaultValue("12") @Min(1) int months, @DefaultValue("3d") Duration kept,
		@DefaultValue("5000") @Min(1) @Max(20_000) int linesPerPart, @DefaultValue("200000") @Min(1) int most,
		@DefaultValue("5") @Min(1) int open) {
}
