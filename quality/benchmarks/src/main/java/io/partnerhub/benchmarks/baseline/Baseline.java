package io.partnerhub.benchmarks.baseline;

import io.partnerhub.platform.problem.VendorCodes;
import jakarta.persistence.EntityManagerFactory;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.orm.jpa.JpaTransactionManager;

/** The application; its transactions are JPA's, the platform's included. */
@SpringBootApplication
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
