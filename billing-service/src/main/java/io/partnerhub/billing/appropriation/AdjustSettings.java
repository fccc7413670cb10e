package io.partnerhub.billing.appropriation;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The numbers of appropriation.
 *
 * @param perDay appropriations and reclaims a partner may make on a day (ADJ-08); 100,000
 */
@ConfigurationProperties("partnerhub.adjust")
record AdjustSettings(@DefaultValue("100000") int perDay) {
}
