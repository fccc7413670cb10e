package io.partnerhub.program.credential;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;

import com.google.crypto.tink.KeysetHandle;
import io.partnerhub.platform.testkit.TestKeysets;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.core.io.FileSystemResource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Secrets at rest: encrypted, bound to their access key, readable after a rotation. */
@Tag("API-12")
class SecretCipherTests {

	private static final String ACCESS_KEY = "PARTNERAK0000000001A";

	private final SecretCipher cipher = cipher(TestKeysets.write(TestKeysets.generate()));

	@Test
	void hidesASecretAndFindsItAgain() {
		Secret secret = KeyMaterial.secret();
		byte[] ciphertext = this.cipher.encrypt(secret, ACCESS_KEY);
		assertThat(new String(ciphertext, StandardCharsets.ISO_8859_1)).doesNotContain(secret.value());
		assertThat(this.cipher.decrypt(ciphertext, ACCESS_KEY)).isEqualTo(secret);
	}

	@Test
	void refusesASecretMovedToAnotherAccessKey() {
		byte[] ciphertext = this.cipher.encrypt(KeyMaterial.secret(), ACCESS_KEY);
		assertThatThrownBy(() -> this.cipher.decrypt(ciphertext, "PARTNERAK0000000002A"))
			.isInstanceOf(IllegalStateException.class);
	}

	@Test
	void readsOldSecretsAfterTheKeyWasRotated() throws Exception {
		KeysetHandle old = TestKeysets.generate();
		byte[] ciphertext = cipher(TestKeysets.write(old)).encrypt(new Secret("kept"), ACCESS_KEY);
		KeysetHandle rotated = KeysetHandle.newBuilder()
			.addEntry(KeysetHandle.importKey(old.getPrimary().getKey()))
			.addEntry(KeysetHandle.importKey(TestKeysets.generate().getPrimary().getKey()).makePrimary())
			.build();
		assertThat(cipher(TestKeysets.write(rotated)).decrypt(ciphertext, ACCESS_KEY)).isEqualTo(new Secret("kept"));
	}

	@Test
	void namesTheSettingWhenTheKeyIsUnreadable(@TempDir Path folder) throws Exception {
		Path file = Files.writeString(folder.resolve("keyset.json"), "{}");
		assertThatThrownBy(() -> cipher(file)).hasMessageContaining("partnerhub.credentials.key");
		assertThatThrownBy(() -> cipher(folder.resolve("missing.json")))
			.hasMessageContaining("partnerhub.credentials.key");
	}

	@Test
	void drawsKeysOfTheRightShapeThatNeverRepeat() {
		Set<String> seen = new HashSet<>();
		for (int draw = 0; draw < 1000; draw++) {
			assertThat(KeyMaterial.accessKey()).matches("[A-Z0-9]{20}")
				.satisfies((key) -> assertThat(seen.add(key)).isTrue());
			assertThat(KeyMaterial.secret().value()).matches("[A-Za-z0-9]{40}");
		}
		assertThat(seen).hasSize(1000);
	}

	@Test
	void neverPrintsASecret() {
		Secret secret = KeyMaterial.secret();
		assertThat(secret.toString() + new CredentialApi.CreatedCredential(ACCESS_KEY, secret, java.time.Instant.EPOCH))
			.doesNotContain(secret.value());
	}

	private static SecretCipher cipher(Path keyset) {
		return new SecretCipher(new CredentialProperties(new FileSystemResource(keyset), 2));
	}

}
