package io.partnerhub.billing.document;

import java.nio.file.Path;
import java.time.Duration;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * The numbers of files.
 *
 * @param folder where the object store of one machine keeps them; all instances of the
 * service share it, and nobody else
 * @param limit largest file of an invoice; 10 MB (INVO-11)
 * @param looseKept how long an uploaded file waits for its invoice; 1 day
 * @param unnamedKept how old an object is that is taken away if no row names it; 2 days
 * @param sweptPerRun objects looked at in one run, 1–10,000; 1,000
 * @param sweepEvery how often some are looked at; 1 hour
 */
@Validated
@ConfigurationProperties("partnerhub.documents")
record DocumentSettings(@DefaultValue("documents") Path folder, @DefaultValue("10MB") DataSize limit,
		@DefaultValue("1d") Duration looseKept, @DefaultValue("2d") Duration unnamedKept,
		@DefaultValue("1000") @Min(1) @Max(10_000) int sweptPerRun, @DefaultValue("1h") Duration sweepEvery) {
}
