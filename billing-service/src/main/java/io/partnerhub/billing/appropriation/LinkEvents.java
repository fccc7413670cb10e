package io.partnerhub.billing.appropriation;

import io.partnerhub.contracts.CustomerEvent.CustomerDisassociated;
import io.partnerhub.contracts.CustomerEvent.CustomerModelSwitched;
import io.partnerhub.contracts.CustomerEvent.CustomerTransferred;
import io.partnerhub.platform.event.Subscription;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Hears which links ended. */
@Configuration(proxyBeanMethods = false)
class LinkEvents {

	@Bean
	Subscription linksEnded(BalanceReturns returns) {
		return Subscription.to(CustomerDisassociated.class, returns::disassociated)
			.and(CustomerModelSwitched.class, returns::switched)
			.and(CustomerTransferred.class, returns::transferred);
	}

}
