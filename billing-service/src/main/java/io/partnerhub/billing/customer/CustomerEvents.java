package io.partnerhub.billing.customer;

import io.partnerhub.contracts.CustomerEvent.CustomerAssociated;
import io.partnerhub.platform.event.Subscription;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Hears who became whose customer. */
@Configuration(proxyBeanMethods = false)
class CustomerEvents {

	@Bean
	Subscription customersAssociated(KnownCustomers customers) {
		return Subscription.to(CustomerAssociated.class, customers::associated);
	}

}
