package io.partnerhub.billing.customer;

import io.partnerhub.contracts.CustomerEvent.CustomerAssociated;
import io.partnerhub.contracts.CustomerEvent.CustomerFrozen;
import io.partnerhub.contracts.CustomerEvent.CustomerUnfrozen;
import io.partnerhub.platform.event.Subscription;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Hears who became whose customer, and who is frozen. */
@Configuration(proxyBeanMethods = false)
class CustomerEvents {

	@Bean
	Subscription customersAssociated(KnownCustomers customers) {
		return Subscription.to(CustomerAssociated.class, customers::associated);
	}

	@Bean
	Subscription customersFrozen(KnownCustomers customers) {
		return Subscription.to(CustomerFrozen.class, (event) -> customers.freeze(event.customerId(), true))
			.and(CustomerUnfrozen.class, (event) -> customers.freeze(event.customerId(), false));
	}

}
