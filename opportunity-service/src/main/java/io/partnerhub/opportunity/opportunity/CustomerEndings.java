package io.partnerhub.opportunity.opportunity;

import io.partnerhub.contracts.CustomerEvent.CustomerDisassociated;
import io.partnerhub.contracts.CustomerEvent.CustomerModelSwitched;
import io.partnerhub.contracts.CustomerEvent.CustomerTransferred;
import io.partnerhub.platform.event.Subscription;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Hears that a customer's link ended, and closes what was open under it (OPP-17); with
 * another model the partner stays, and so does what is open.
 */
@Configuration(proxyBeanMethods = false)
class CustomerEndings {

	@Bean
	Subscription customerEnds(Opportunities opportunities) {
		return Subscription.to(CustomerDisassociated.class, opportunities::closeAll)
			.and(CustomerTransferred.class, opportunities::closeAll)
			.and(CustomerModelSwitched.class, opportunities::carryOver);
	}

}
