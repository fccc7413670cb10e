package io.partnerhub.billing.orderfeed;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How long unpaid orders can be paid (ORD-13).
 *
 * @param pendingFor general services
 * @param hardwarePendingFor goods that are sent
 */
@Validated
@ConfigurationProperties("partnerhub.orders")
record FeedSettings(@DefaultValue("7d") Duration pendingFor, @DefaultValue("1h") Duration hardwarePendingFor) {
}
