package io.partnerhub.platform.caller;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.core.io.Resource;

/**
 * Keys of the internal tokens.
 *
 * @param privateKey EC P-256 key of this process as a JWK; its {@code kid} is the name
 * under which it signs
 * @param trustedKeys public keys of all peers as a JWK set; a key's {@code kid} is the
 * only issuer it may sign for
 * @param life how long a token is valid; 5 minutes
 */
@ConfigurationProperties("partnerhub.tokens")
public record TokenProperties(Resource privateKey, Resource trustedKeys, @DefaultValue("5m") Duration life) {
}
