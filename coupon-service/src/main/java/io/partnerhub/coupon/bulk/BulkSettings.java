package io.partnerhub.coupon.bulk;

import java.time.Duration;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * The numbers of bulk issuing.
 *
 * @param rowsPerCall vouchers in one call; 100 (VOU-03)
 * @param rowsPerFile 100,000
 * @param fileSize below what the gateway lets through
 * @param rowsPerChunk rows issued in one transaction, 1–100
 * @param rowsKept how long the rows of a finished file can be asked for; 30 days
 */
@Validated
@ConfigurationProperties("partnerhub.bulk")
record BulkSettings(@DefaultValue("100") int rowsPerCall, @DefaultValue("100000") int rowsPerFile,
		@DefaultValue("12MB") DataSize fileSize, @DefaultValue("100") @Min(1) @Max(100) int rowsPerChunk,
		@DefaultValue("30d") Duration rowsKept) {
}
