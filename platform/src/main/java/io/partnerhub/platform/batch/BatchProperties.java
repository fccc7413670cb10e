package io.partnerhub.platform.batch;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How commands share transactions.
 *
 * @param writers transactions at the same time, each with a connection of its own; 2
 * @param commands that one transaction takes at most; 256
 * @param waiting commands that may wait before callers are told to come back; 4,000
 * @param patience how long a caller waits for his answer, below the 15 s of the gateway;
 * 13 s
 * @param retryAfter when a caller who found no room may come back; 1 s
 */
@ConfigurationProperties("partnerhub.batch")
public record BatchProperties(@DefaultValue("2") int writers, @DefaultValue("256") int commands,
		@DefaultValue("4000") int waiting, @DefaultValue("13s") Duration patience,
		@DefaultValue("1s") Duration retryAfter) {
}
