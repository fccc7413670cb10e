package io.partnerhub.billing.bill;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The numbers of bills.
 *
 * @param issueDay day of the following month, UTC+8, on which bills are generated; 5,
 * 1–28 (BIL-01)
 * @param dueDays how many days later a bill must be paid; 15 (inferred)
 * @param monthsAtOnce missed months made up for in one run; 12, at least 1
 * @param every how often it is looked for what is due; 10 minutes
 */
@ConfigurationProperties("partnerhub.bills")
record BillSettings(@DefaultValue("5") int issueDay, @DefaultValue("15") int dueDays,
		@DefaultValue("12") int monthsAtOnce, @DefaultValue("10m") Duration every) {

	BillSettings {
		if (issueDay < 1 || issueDay > 28) {
			throw new IllegalArgumentException("partnerhub.bills.issue-day is 1 to 28");
		}
		if (monthsAtOnce < 1) {
			throw new IllegalArgumentException("partnerhub.bills.months-at-once is at least 1");
		}
	}

}
