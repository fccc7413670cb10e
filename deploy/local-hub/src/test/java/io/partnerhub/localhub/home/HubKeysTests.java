package io.partnerhub.localhub.home;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.List;

import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** Keys are made once, stay private and are trusted by name. */
class HubKeysTests {

	@TempDir
	Path folder;

	@Test
	void makesOnePrivateKeyPerProcessAndOneListOfPublicOnes() throws Exception {
		try (HubHome home = HubHome.open(this.folder)) {
			HubKeys keys = new HubKeys(home);
			keys.prepare(List.of("gateway", "coupon-service"));
			ECKey own = ECKey.parse(Files.readString(keys.privateKey("coupon-service")));
			JWKSet trusted = JWKSet.load(keys.trustedKeys().toFile());
			assertThat(own.isPrivate()).isTrue();
			assertThat(own.getKeyID()).isEqualTo("coupon-service");
			assertThat(trusted.getKeys()).extracting(JWK::getKeyID).containsExactly("gateway", "coupon-service");
			assertThat(trusted.getKeys()).noneMatch(JWK::isPrivate);
			assertThat(trusted.getKeyByKeyId("coupon-service")).isEqualTo(own.toPublicJWK());
		}
	}

	@Test
	void keepsTheKeysOfTheFirstStart() throws Exception {
		try (HubHome home = HubHome.open(this.folder)) {
			HubKeys keys = new HubKeys(home);
			keys.prepare(List.of("gateway"));
			String before = all(keys);
			keys.prepare(List.of("gateway"));
			assertThat(all(keys)).isEqualTo(before);
			assertThat(Base64.getDecoder().decode(Files.readString(keys.linkKey()))).hasSize(32);
		}
	}

	@Test
	void letsNobodyElseReadThem() throws Exception {
		try (HubHome home = HubHome.open(this.folder)) {
			HubKeys keys = new HubKeys(home);
			keys.prepare(List.of("gateway"));
			assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(keys.privateKey("gateway"))))
				.isEqualTo("rw-------");
			assertThat(keys.identityKey()).isEqualTo(keys.identityKey());
		}
	}

	private static String all(HubKeys keys) throws IOException {
		return Files.readString(keys.privateKey("gateway")) + Files.readString(keys.credentialsKey())
				+ Files.readString(keys.bankDataKey()) + Files.readString(keys.linkKey());
	}

}
