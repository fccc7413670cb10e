package io.partnerhub.program.credential;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.Configuration;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig2026;
import org.springframework.stereotype.Component;

/**
 * Encrypts secrets for the database. The access key is bound to the ciphertext, so that a
 * row's secret is of no use in another row.
 */
@Component
class SecretCipher {

	private final Aead aead;

	SecretCipher(CredentialProperties properties) {
		try {
			String keyset = properties.key().getContentAsString(StandardCharsets.UTF_8);
			Configuration aeadOnly = AeadConfig2026.get();
			this.aead = TinkJsonProtoKeysetFormat.parseKeyset(keyset, aeadOnly, InsecureSecretKeyAccess.get())
				.getPrimitive(aeadOnly, Aead.class);
		}
		catch (IOException | GeneralSecurityException ex) {
			throw new IllegalStateException(
					"partnerhub.credentials.key is no readable AEAD keyset: " + properties.key(), ex);
		}
	}

	byte[] encrypt(Secret secret, String accessKey) {
		try {
			return this.aead.encrypt(secret.bytes(), accessKey.getBytes(StandardCharsets.US_ASCII));
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

	Secret decrypt(byte[] ciphertext, String accessKey) {
		try {
			return new Secret(new String(this.aead.decrypt(ciphertext, accessKey.getBytes(StandardCharsets.US_ASCII)),
					StandardCharsets.UTF_8));
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException("the secret of " + accessKey + " cannot be decrypted", ex);
		}
	}

}
