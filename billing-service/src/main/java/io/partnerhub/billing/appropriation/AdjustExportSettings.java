package io.partnerhub.billing.appropriation;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The numbers of exports of adjust records.
 *
 * @param months longest time range of one export; 12
 * @param kept how long a file can be fetched; 3 days
 * @param recordsPerPart records of one transaction; 5,000
 * @param open exports of a partner that run at a time; 5
 */
@ConfigurationProperties("partnerhub.adjust-exports")
record AdjustExportSettings(@DefaultValue("12") int months, @DefaultValue("3d") Duration kept,
		@DefaultValue("5000") int recordsPerPart, @DefaultValue("5") int open) {
}
