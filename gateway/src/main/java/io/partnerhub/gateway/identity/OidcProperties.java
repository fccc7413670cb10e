package io.partnerhub.gateway.identity;

import java.net.URI;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** The identity providers whose tokens the hub takes. */
@ConfigurationProperties("partnerhub.gateway.oidc")
record OidcProperties(@DefaultValue List<Issuer> issuers) {

	/**
	 * One provider.
	 *
	 * @param issuer its name in {@code iss}
	 * @param jwks where its public keys are
	 * @param audience whom its tokens must be meant for; absent for any
	 */
	record Issuer(String issuer, URI jwks, @Nullable String audience) {
	}

}
