package io.partnerhub.billing.partner;

import io.partnerhub.contracts.ProgramEvent.PartnerRegistered;
import io.partnerhub.contracts.ProgramEvent.PartnerStatusChanged;
import io.partnerhub.platform.event.Subscription;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Hears who joined the hub, and whose health changed (0.4). */
@Configuration(proxyBeanMethods = false)
class PartnerEvents {

	@Bean
	Subscription partnersRegistered(KnownPartners partners) {
		return Subscription.to(PartnerRegistered.class, partners::registered)
			.and(PartnerStatusChanged.class, partners::changed);
	}

}
