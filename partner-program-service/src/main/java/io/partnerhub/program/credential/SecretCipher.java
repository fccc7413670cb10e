package io.partnerhub.program.credential;

import io.partnerhub.platform.secret.SecretsAtRest;
import org.springframework.stereotype.Component;

/**
 * Encrypts secrets for the database. The access key is bound to the ciphertext, so that a
 * row's secret is of no use in another row.
 */
@Component
class SecretCipher {

	private final SecretsAtRest secrets;

	SecretCipher(CredentialProperties properties) {
		this.secrets = new SecretsAtRest(properties.key(), "partnerhub.credentials.key");
	}

	byte[] encrypt(Secret secret, String accessKey) {
		return this.secrets.encrypt(secret.value(), accessKey);
	}

	Secret decrypt(byte[] ciphertext, String accessKey) {
		return new Secret(this.secrets.decrypt(ciphertext, accessKey));
	}

}
