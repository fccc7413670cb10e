package io.partnerhub.platform.privacy;

import java.time.Clock;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Imported by a service that shows personal data on demand; it has the table
 * {@code reveal_record}.
 */
@Configuration(proxyBeanMethods = false)
public class RevealConfiguration {

	@Bean
	Reveals recordedReveals(JdbcClient jdbc, Clock clock) {
		return new Reveals(new RevealStore(jdbc), clock);
	}

}
