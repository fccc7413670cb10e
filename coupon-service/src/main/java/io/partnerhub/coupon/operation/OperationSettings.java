package io.partnerhub.coupon.operation;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The numbers of long work.
 *
 * @param enabled whether this instance works on operations by itself
 * @param openPerPartner how many a partner may have running at a time; 5
 * @param attempts after how many failures in a row, without a chunk done in between, an
 * operation is given up; 50
 * @param pollInterval how long an instance waits for news before it looks for itself
 */
@ConfigurationProperties("partnerhub.operations")
record OperationSettings(@DefaultValue("true") boolean enabled, @DefaultValue("5") int openPerPartner,
		@DefaultValue("50") int attempts, @DefaultValue("10s") Duration pollInterval) {
}
