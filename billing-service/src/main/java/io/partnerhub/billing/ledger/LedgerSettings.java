package io.partnerhub.billing.ledger;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The numbers of the ledger.
 *
 * @param countEvery how often accounts are counted from zero (I-14); 10 minutes
 * @param countedPerRun how many accounts each time, 1-5000; 500
 */
@ConfigurationProperties("partnerhub.ledger")
record LedgerSettings(@DefaultValue("10m") Duration countEvery, @DefaultValue("500") int countedPerRun) {
}
