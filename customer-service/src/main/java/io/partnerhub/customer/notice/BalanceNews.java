package io.partnerhub.customer.notice;

import io.partnerhub.contracts.BillingEvent.BalanceAlertRaised;
import io.partnerhub.platform.event.Subscription;
import io.partnerhub.platform.money.Money;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Hears that a partner's cash fell below its threshold (余额预警, 9.5). */
@Configuration(proxyBeanMethods = false)
class BalanceNews {

	@Bean
	Subscription balanceNewsEvents(Notices notices) {
		return Subscription.to(BalanceAlertRaised.class,
				(event) -> notices.tell(Notice.balance(event.partnerId(), event.ownerPartnerId(),
						Money.parse(event.available().amount(), event.available().currency()), notices.now())));
	}

}
