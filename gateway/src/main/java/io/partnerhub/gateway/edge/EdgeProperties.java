package io.partnerhub.gateway.edge;

import java.util.List;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Bounds of a request.
 *
 * @param bodyLimit largest body (API-02)
 * @param bodiesInMemory room for all bodies held at once; without room 503
 * @param trustedProxies addresses or networks whose X-Forwarded-For is believed
 */
@ConfigurationProperties("partnerhub.gateway.edge")
record EdgeProperties(@DefaultValue("12MB") DataSize bodyLimit, @DefaultValue("64MB") DataSize bodiesInMemory,
		@DefaultValue List<String> trustedProxies) {
}
