package io.partnerhub.opportunity.customer;

import io.partnerhub.contracts.CustomerEvent.CustomerAssociated;
import io.partnerhub.contracts.ProgramEvent.MemberChanged;
import io.partnerhub.platform.event.Subscription;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Keeps the facts of others up to date: new links, and changes in a partner's teams. */
@Configuration(proxyBeanMethods = false)
class CustomerEvents {

	@Bean
	Subscription factsOfOthers(KnownCustomers customers, KnownMemberStore members) {
		return Subscription.to(CustomerAssociated.class, customers::associate).and(MemberChanged.class, members::save);
	}

}
