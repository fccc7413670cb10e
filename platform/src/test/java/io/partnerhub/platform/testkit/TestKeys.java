package io.partnerhub.platform.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import io.partnerhub.contracts.CriticalOperation;
import io.partnerhub.platform.caller.Caller;
import io.partnerhub.platform.caller.InternalTokens;
import io.partnerhub.platform.caller.TokenProperties;
import io.partnerhub.platform.proof.ProofSigner;
import org.springframework.core.io.FileSystemResource;

/**
 * Keys of a gateway and all services, made for one test run, and tokens signed with them.
 */
public final class TestKeys {

	private static final List<String> NAMES = List.of("gateway", "customer-service", "coupon-service",
			"opportunity-service", "billing-service", "partner-program-service");

	private static final Path FOLDER = folder();

	private static final Map<String, InternalTokens> SIGNERS = new ConcurrentHashMap<>();

	private TestKeys() {
	}

	public static String privateKey(String name) {
		return "file:" + FOLDER.resolve(name + ".jwk");
	}

	public static String trustedKeys() {
		return "file:" + FOLDER.resolve("trusted.jwks");
	}

	/**
	 * A token as the gateway would sign it for a caller, by the real time or that of a
	 * test.
	 */
	public static String token(Caller caller, String audience, Clock clock) {
		return tokenBy(caller.is(Caller.Kind.SERVICE) ? caller.subject() : "gateway", caller, audience, clock);
	}

	/** A token as the gateway or a service would sign it, whether it may or not. */
	public static String tokenBy(String signer, Caller caller, String audience, Clock clock) {
		return SIGNERS.computeIfAbsent(signer + System.identityHashCode(clock), (key) -> signer(signer, clock))
			.token(caller, audience);
	}

	/** A proof as customer-service signs it for who has typed in a right code. */
	public static String proof(Caller caller, CriticalOperation operation, Clock clock) {
		return proofBy("customer-service", caller, operation, clock);
	}

	/** A proof as any process would sign it, whether it is believed or not. */
	public static String proofBy(String signer, Caller caller, CriticalOperation operation, Clock clock) {
		return new ProofSigner(signer(signer, clock), clock).sign(caller, operation).text();
	}

	/** The keys as a process of this name has them. */
	public static TokenProperties properties(String name) {
		return new TokenProperties(new FileSystemResource(FOLDER.resolve(name + ".jwk")),
				new FileSystemResource(FOLDER.resolve("trusted.jwks")), Duration.ofMinutes(5));
	}

	private static InternalTokens signer(String name, Clock clock) {
		return new InternalTokens(properties(name), clock);
	}

	private static Path folder() {
		try {
			Path folder = Files.createTempDirectory("keys");
			List<JWK> keys = NAMES.stream().<JWK>map(TestKeys::generate).toList();
			for (JWK key : keys) {
				Files.writeString(folder.resolve(key.getKeyID() + ".jwk"), key.toJSONString());
			}
			Files.writeString(folder.resolve("trusted.jwks"), new JWKSet(keys).toString(true));
			return folder;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static ECKey generate(String name) {
		try {
			return new ECKeyGenerator(Curve.P_256).keyID(name).generate();
		}
		catch (JOSEException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
