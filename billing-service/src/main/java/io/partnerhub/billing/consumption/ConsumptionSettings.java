package io.partnerhub.billing.consumption;

import java.time.Duration;
import java.time.Instant;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * The numbers of consumption.
 *
 * @param months how long it can be looked at; 18 (CON-01)
 * @param monthsAhead how many months after the present one it can be told for; 1
 * @param enabled whether this instance imports files
 * @param pollInterval how often it looks for files that nobody imports; 5 seconds
 * @param fileLimit largest file; 4 GB
 * @param linesAtOnce rows of a file posted together, two times as many lie in memory;
 * 10,000
 * @param issues most rows of a file that are reported; 10,000
 * @param claim how long a file that makes no progress is left to who imports it; 1 minute
 * @param attempts how often a file is tried before it is given up; 3
 * @param exportsKept how long a daily file can be fetched; 31 days
 * @param correctEvery how often it is looked for assignments heard of late; 1 minute
 */
@ConfigurationProperties("partnerhub.consumption")
record ConsumptionSettings(@DefaultValue("18") int months, @DefaultValue("1") int monthsAhead,
		@DefaultValue("true") boolean enabled, @DefaultValue("5s") Duration pollInterval,
		@DefaultValue("4GB") DataSize fileLimit, @DefaultValue("10000") int linesAtOnce,
		@DefaultValue("10000") int issues, @DefaultValue("2m") Duration claim, @DefaultValue("3") int attempts,
		@DefaultValue("31d") Duration exportsKept, @DefaultValue("1m") Duration correctEvery) {

	/** The last cycle that consumption can be told for at a time. */
	BillCycle latest(Instant now) {
		return BillCycle.at(now).plusMonths(this.monthsAhead);
	}

}
