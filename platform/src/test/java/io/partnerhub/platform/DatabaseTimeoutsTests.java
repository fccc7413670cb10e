package io.partnerhub.platform;

import com.zaxxer.hikari.HikariDataSource;
import io.partnerhub.platform.testkit.ServiceTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

@ServiceTest
@TestPropertySource(
		properties = { "spring.application.name=coupon-service", "spring.flyway.locations=classpath:db/platform",
				"spring.datasource.hikari.data-source-properties.socketTimeout=7" })
class DatabaseTimeoutsTests {

	private final HikariDataSource database;

	@Autowired
	DatabaseTimeoutsTests(HikariDataSource database) {
		this.database = database;
	}

	@Test
	void waitsForTheDatabaseNoLongerThanItsCallersWait() {
		assertThat(this.database.getConnectionTimeout()).isEqualTo(2000);
		assertThat(this.database.getValidationTimeout()).isEqualTo(1000);
		assertThat(this.database.getDataSourceProperties()).containsEntry("connectTimeout", "1")
			.containsEntry("tcpKeepAlive", "true");
	}

	@Test
	void letsAServiceSayOtherwise() {
		assertThat(this.database.getDataSourceProperties()).containsEntry("socketTimeout", "7");
	}

}
