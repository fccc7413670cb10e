package io.partnerhub.localhub.identity;

import java.time.Duration;

import com.nimbusds.jose.jwk.RSAKey;

/**
 * What the identity provider is started with.
 *
 * @param issuer the name under which it issues tokens; the same for the life of the hub's
 * data
 * @param key signs the tokens
 * @param localSecret proves that a request comes from the launcher of this hub
 * @param tokenLife how long a token is valid
 */
record IdentitySettings(String issuer, RSAKey key, String localSecret, Duration tokenLife) {

	/** The front ends' client: public, so it proves itself by PKCE. */
	static final String CLIENT = "hub-web";

}
