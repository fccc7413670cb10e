package io.partnerhub.gateway.peer;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Patience with the services.
 *
 * @param connectTimeout until a connection stands; after that nothing was sent
 * @param lookupTimeout until a service answers who a caller is
 * @param readTimeout until a service answers a routed request
 * @param connections most connections to one service
 */
@ConfigurationProperties("partnerhub.gateway.calls")
public record CallProperties(@DefaultValue("1s") Duration connectTimeout, @DefaultValue("1s") Duration lookupTimeout,
		@DefaultValue("15s") Duration readTimeout, @DefaultValue("200") int connections) {
}
