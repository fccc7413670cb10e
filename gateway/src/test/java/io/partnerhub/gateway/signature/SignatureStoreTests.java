package io.partnerhub.gateway.signature;

import java.time.Duration;
import java.time.Instant;

import io.partnerhub.platform.testkit.TestDatabase;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

import static org.assertj.core.api.Assertions.assertThat;

class SignatureStoreTests {

	private static final Instant NOW = Instant.parse("2026-11-22T06:39:43.123456Z");

	private static final SignatureStore STORE = store();

	@Test
	void remembersWhenSignatureWasFirstSeen() {
		String signature = "ab".repeat(32);

		assertThat(STORE.firstSeen(signature, NOW)).isEqualTo(NOW);
		assertThat(STORE.firstSeen(signature, NOW.plusSeconds(9))).isEqualTo(NOW);
		STORE.purge(NOW, NOW);
		assertThat(STORE.firstSeen(signature, NOW.plusSeconds(9))).isEqualTo(NOW);
		STORE.purge(NOW.plusSeconds(1), NOW);
		assertThat(STORE.firstSeen(signature, NOW.plusSeconds(9))).isEqualTo(NOW.plusSeconds(9));
	}

	@Test
	void countsFailuresInRowPerAddress() {
		for (int failure = 0; failure < 3; failure++) {
			STORE.countFailure("AK", "10.0.0.1", NOW.plusSeconds(failure), NOW.minusSeconds(300));
		}

		assertThat(STORE.failures("AK", "10.0.0.1")).contains(new KeyFailures(3, NOW.plusSeconds(2)));
		assertThat(STORE.failures("AK", "10.0.0.2")).isEmpty();
		STORE.countFailure("AK", "10.0.0.1", NOW.plusSeconds(302), NOW.plusSeconds(2));
		assertThat(STORE.failures("AK", "10.0.0.1")).contains(new KeyFailures(1, NOW.plusSeconds(302)));
		STORE.clearFailures("AK", "10.0.0.1");
		assertThat(STORE.failures("AK", "10.0.0.1")).isEmpty();
	}

	@Test
	void locksAboveWhatIsToleratedUntilTheLockRunsOut() {
		Duration lock = Duration.ofMinutes(5);

		assertThat(new KeyFailures(5, NOW).locks(5, lock, NOW)).isFalse();
		assertThat(new KeyFailures(6, NOW).locks(5, lock, NOW.plusSeconds(299))).isTrue();
		assertThat(new KeyFailures(6, NOW).locks(5, lock, NOW.plusSeconds(300))).isFalse();
	}

	private static SignatureStore store() {
		DriverManagerDataSource database = new DriverManagerDataSource(TestDatabase.create());
		Flyway.configure().dataSource(database).locations("classpath:db/gateway").load().migrate();
		return new SignatureStore(JdbcClient.create(database));
	}

}
