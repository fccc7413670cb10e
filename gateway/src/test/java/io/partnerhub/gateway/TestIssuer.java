package io.partnerhub.gateway;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.Map;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;

/** An identity provider that signs whatever a test wants. */
final class TestIssuer {

	static final String NAME = "http://identity.example";

	private final RSAKey key;

	private final String jwks;

	TestIssuer() {
		try {
			this.key = new RSAKeyGenerator(2048).keyID("k1").generate();
			byte[] keys = new JWKSet(this.key.toPublicJWK()).toString().getBytes(StandardCharsets.UTF_8);
			HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 0);
			server.createContext("/jwks", (exchange) -> {
				exchange.sendResponseHeaders(200, keys.length);
				exchange.getResponseBody().write(keys);
				exchange.close();
			});
			server.start();
			this.jwks = "http://127.0.0.1:" + server.getAddress().getPort() + "/jwks";
		}
		catch (IOException | JOSEException ex) {
			throw new IllegalStateException(ex);
		}
	}

	String jwks() {
		return this.jwks;
	}

	String token(String subject, Instant expires) {
		return token(NAME, subject, expires, Map.of(), this.key);
	}

	String token(String issuer, String subject, Instant expires, Map<String, Object> claims, RSAKey signedBy) {
		JWTClaimsSet.Builder all = new JWTClaimsSet.Builder().issuer(issuer)
			.subject(subject)
			.expirationTime(Date.from(expires));
		claims.forEach(all::claim);
		SignedJWT token = new SignedJWT(new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("k1").build(), all.build());
		try {
			token.sign(new RSASSASigner(signedBy));
		}
		catch (JOSEException ex) {
			throw new IllegalStateException(ex);
		}
		return token.serialize();
	}

	RSAKey key() {
		return this.key;
	}

}
