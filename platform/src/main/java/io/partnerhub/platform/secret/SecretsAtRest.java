package io.partnerhub.platform.secret;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.Configuration;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig2026;
import org.springframework.core.io.Resource;

/**
 * Encrypts texts for the database. Each is bound to the row it stands in, so that it is
 * of no use in another; keys can be rotated, as the primary key of the keyset encrypts
 * and all its keys decrypt.
 */
public final class SecretsAtRest {

	private final Aead aead;

	/**
	 * Reads the keyset (Tink, AEAD, JSON).
	 * @param setting name of the setting, for whoever got it wrong
	 */
	public SecretsAtRest(Resource keyset, String setting) {
		try {
			String json = keyset.getContentAsString(StandardCharsets.UTF_8);
			Configuration aeadOnly = AeadConfig2026.get();
			this.aead = TinkJsonProtoKeysetFormat.parseKeyset(json, aeadOnly, InsecureSecretKeyAccess.get())
				.getPrimitive(aeadOnly, Aead.class);
		}
		catch (IOException | GeneralSecurityException ex) {
			throw new IllegalStateException(setting + " is no readable AEAD keyset: " + keyset, ex);
		}
	}

	public byte[] encrypt(String text, String row) {
		try {
			return this.aead.encrypt(text.getBytes(StandardCharsets.UTF_8), row.getBytes(StandardCharsets.UTF_8));
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

	public String decrypt(byte[] ciphertext, String row) {
		try {
			return new String(this.aead.decrypt(ciphertext, row.getBytes(StandardCharsets.UTF_8)),
					StandardCharsets.UTF_8);
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException("the secret of " + row + " cannot be decrypted", ex);
		}
	}

}
