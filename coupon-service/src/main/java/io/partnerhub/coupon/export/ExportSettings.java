package io.partnerhub.coupon.export;

import java.nio.file.Path;
import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The numbers of exports.
 *
 * @param folder where files are kept; all instances of the service share it
 * @param months longest time range of one export; 12
 * @param kept how long a file can be fetched; 3 days
 * @param recordsPerPart records read in one transaction and written as one part
 */
@ConfigurationProperties("partnerhub.exports")
record ExportSettings(@DefaultValue("exports") Path folder, @DefaultValue("12") int months,
		@DefaultValue("3d") Duration kept, @DefaultValue("5000") int recordsPerPart) {
}
