package io.partnerhub.billing.document;

import java.nio.file.Path;
import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * The numbers of files.
 *
 * @param folder where the object store of one machine keeps them; all instances of the
 * service share it
 * @param limit largest file of an invoice; 10 MB (INVO-11)
 * @param looseKept how long an uploaded file waits for its invoice; 1 day
 */
@ConfigurationProperties("partnerhub.documents")
record DocumentSettings(@DefaultValue("documents") Path folder, @DefaultValue("10MB") DataSize limit,
		@DefaultValue("1d") Duration looseKept) {
}
