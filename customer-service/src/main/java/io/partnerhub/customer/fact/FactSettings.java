package io.partnerhub.customer.fact;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How accounts that the feed told of before accounts were announced are caught up with
 * (CSH-15).
 *
 * @param announceEvery how often some of them are announced; 10 s
 * @param accountsPerRun how many at once, 1–1,000; 500
 */
@ConfigurationProperties("partnerhub.account-facts")
record FactSettings(@DefaultValue("10s") Duration announceEvery, @DefaultValue("500") int accountsPerRun) {
}
