package io.partnerhub.gateway.signature;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Numbers of the signature check.
 *
 * @param toleratedFailures failures in a row of one key from one address before it locks
 * @param lock how long it stays locked for that address
 * @param repeatsWithin how long after its first use the same signature may come again,
 * because the signed date moves in steps of a second
 * @param remembered how long a used signature is known: twice the tolerated skew and a
 * margin
 */
@ConfigurationProperties("partnerhub.gateway.signature")
record SignatureProperties(@DefaultValue("5") int toleratedFailures, @DefaultValue("5m") Duration lock,
		@DefaultValue("2s") Duration repeatsWithin, @DefaultValue("31m") Duration remembered) {
}
