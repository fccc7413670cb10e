package io.partnerhub.billing.appropriation;

import io.partnerhub.contracts.CustomerEvent.CustomerDisassociated;
import io.partnerhub.platform.event.Subscription;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Hears which links ended. */
@Configuration(proxyBeanMethods = false)
class LinkEvents {

	@Bean
	Subscription linksEnded(BalanceReturns returns) {
		return Subscription.to(CustomerDisassociated.class, returns::linkEnded);
	}

}
