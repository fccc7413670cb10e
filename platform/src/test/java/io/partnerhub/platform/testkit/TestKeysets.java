package io.partnerhub.platform.testkit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;

import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig2026;
import com.google.crypto.tink.aead.PredefinedAeadParameters;

/** Fresh keys for secrets at rest. */
public final class TestKeysets {

	private TestKeysets() {
	}

	/** The location of a fresh keyset, as a setting names it. */
	public static String location() {
		return "file:" + write(generate());
	}

	public static KeysetHandle generate() {
		try {
			return KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM, AeadConfig2026.get());
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

	public static Path write(KeysetHandle keyset) {
		try {
			Path file = Files.createTempFile("keyset", ".json");
			file.toFile().deleteOnExit();
			return Files.writeString(file, TinkJsonProtoKeysetFormat.serializeKeyset(keyset, AeadConfig2026.get(),
					InsecureSecretKeyAccess.get()));
		}
		catch (IOException | GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
