package io.partnerhub.billing.partner;

import io.partnerhub.contracts.ProgramEvent.PartnerRegistered;
import io.partnerhub.platform.event.Subscription;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Hears who joined the hub. */
@Configuration(proxyBeanMethods = false)
class PartnerEvents {

	@Bean
	Subscription partnersRegistered(KnownPartners partners) {
		return Subscription.to(PartnerRegistered.class, partners::registered);
	}

}
