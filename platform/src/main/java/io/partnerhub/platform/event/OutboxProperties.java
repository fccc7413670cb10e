package io.partnerhub.platform.event;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the relay works.
 *
 * @param enabled whether this process publishes; off only where another does
 * @param batch most events published in one go, 1–5,000
 * @param pollInterval fallback when no wake-up came, for instance after a crash
 * @param maxBackOff longest pause after a failure; it never gives up
 * @param ackTimeout how long a batch may take to be acknowledged; with
 * {@code stallTimeout} it bounds the take-over
 * @param stallTimeout after this long without a sign of life the database frees the lane
 * for another relay
 * @param retention how long published rows stay for inspection
 */
@ConfigurationProperties("partnerhub.outbox")
public record OutboxProperties(@DefaultValue("true") boolean enabled, @DefaultValue("500") int batch,
		@DefaultValue("500ms") Duration pollInterval, @DefaultValue("5s") Duration maxBackOff,
		@DefaultValue("6s") Duration ackTimeout, @DefaultValue("9s") Duration stallTimeout,
		@DefaultValue("7d") Duration retention) {
}
