package io.partnerhub.benchmarks.baseline;

import io.partnerhub.platform.problem.VendorCodes;
import jakarta.persistence.EntityManagerFactory;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.data.jpa.repository.config.EnableJpaRepositories;
import org.springframework.orm.jpa.JpaTransactionManager;

/**
 * The application; its transactions are JPA's, those of repositories and of the platform
 * included.
 */
@SpringBootApplication
@EnableJpaRepositories(transactionManagerRef = "jpaTransactions")
public class Baseline {

	@Bean
	@Primary
	JpaTransactionManager jpaTransactions(EntityManagerFactory entities) {
		return new JpaTransactionManager(entities);
	}

	@Bean
	VendorCodes vendorCodes() {
		return new VendorCodes(java.util.Map.of());
	}

}
