package io.partnerhub.localhub.home;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.text.ParseException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;

import com.google.crypto.tink.Configuration;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;

/**
 * The keys of a hub, made once and readable by their owner only: one signing key per
 * process, the public keys they trust each other by, the keys that encrypt access-key
 * secrets and bank data, the one behind off-line invitations, and the identity provider's
 * own.
 */
public final class HubKeys {

	private static final int RSA_BITS = 2048;

	private final Path folder;

	public HubKeys(HubHome home) {
		this.folder = home.file("keys");
	}

	public void prepare(List<String> processes) {
		List<JWK> trusted = new ArrayList<>();
		for (String process : processes) {
			trusted.add(signingKey(process).toPublicJWK());
		}
		write(trustedKeys(), new JWKSet(trusted).toString());
		if (!Files.exists(credentialsKey())) {
			write(credentialsKey(), keyset());
		}
		if (!Files.exists(bankDataKey())) {
			write(bankDataKey(), keyset());
		}
		if (!Files.exists(linkKey())) {
			write(linkKey(), Base64.getEncoder().encodeToString(random()));
		}
	}

	public Path privateKey(String process) {
		return this.folder.resolve(process + ".jwk");
	}

	public Path trustedKeys() {
		return this.folder.resolve("trusted.jwks");
	}

	public Path credentialsKey() {
		return this.folder.resolve("credentials.json");
	}

	/** The key that encrypts whom money comes from and goes to. */
	public Path bankDataKey() {
		return this.folder.resolve("bank-data.json");
	}

	/** The key from which the tokens of off-line invitations are derived. */
	public Path linkKey() {
		return this.folder.resolve("link.key");
	}

	/** The key with which the identity provider signs its tokens. */
	public RSAKey identityKey() {
		Path file = this.folder.resolve("identity.jwk");
		try {
			if (!Files.exists(file)) {
				write(file, new RSAKeyGenerator(RSA_BITS).keyID("identity").generate().toJSONString());
			}
			return RSAKey.parse(Files.readString(file));
		}
		catch (IOException | ParseException | JOSEException ex) {
			throw unreadable(file, ex);
		}
	}

	/**
	 * What the launcher proves itself with when it asks the identity provider for a
	 * token.
	 */
	public static String localSecret(Path home) {
		Path file = home.resolve("keys").resolve("local.secret");
		try {
			if (!Files.exists(file)) {
				write(file, HexFormat.of().formatHex(random()));
			}
			return Files.readString(file);
		}
		catch (IOException ex) {
			throw unreadable(file, ex);
		}
	}

	private static byte[] random() {
		byte[] secret = new byte[32];
		new SecureRandom().nextBytes(secret);
		return secret;
	}

	private ECKey signingKey(String process) {
		Path file = privateKey(process);
		try {
			if (!Files.exists(file)) {
				write(file, new ECKeyGenerator(Curve.P_256).keyID(process).generate().toJSONString());
			}
			return ECKey.parse(Files.readString(file));
		}
		catch (IOException | ParseException | JOSEException ex) {
			throw unreadable(file, ex);
		}
	}

	private static String keyset() {
		try {
			AeadConfig.register();
			Configuration tink = RegistryConfiguration.get();
			KeysetHandle key = KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM, tink);
			return TinkJsonProtoKeysetFormat.serializeKeyset(key, tink, InsecureSecretKeyAccess.get());
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static HubFailure unreadable(Path file, Exception origin) {
		return HubFailure.of("The key " + file + " cannot be read", origin,
				"Run './hub reset' to start with new keys and no data.");
	}

	/** Written beside and moved into place: a crash never leaves half a key. */
	private static void write(Path file, String text) {
		try {
			Path draft = file.resolveSibling(file.getFileName() + ".new");
			Files.deleteIfExists(draft);
			Files.createFile(draft, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
			Files.writeString(draft, text);
			Files.move(draft, file, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
