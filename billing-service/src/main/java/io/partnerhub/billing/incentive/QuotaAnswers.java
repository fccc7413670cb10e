package io.partnerhub.billing.incentive;

import java.util.Set;

import io.partnerhub.billing.incentive.PayoutRequest.State;
import io.partnerhub.contracts.IncentiveQuotaEvent.IncentiveQuotaGranted;
import io.partnerhub.contracts.IncentiveQuotaEvent.IncentiveQuotaRefused;
import io.partnerhub.platform.event.Subscription;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Hears from coupon-service whether it granted the quota of a pay-out: then it is paid,
 * else it shows why not and can be tried again (INC-05).
 */
@Service
class QuotaAnswers {

	private static final Set<State> AWAITED = Set.of(State.GRANTING, State.FAILED);

	private final PayoutRequestStore store;

	private final PayoutDelivery delivery;

	QuotaAnswers(PayoutRequestStore store, PayoutDelivery delivery) {
		this.store = store;
		this.delivery = delivery;
	}

	@Transactional
	void granted(IncentiveQuotaGranted event) {
		this.store.lock(event.payoutId())
			.filter((request) -> AWAITED.contains(request.state()))
			.ifPresent((request) -> this.delivery.settle(request, event.quotaId()));
	}

	@Transactional
	void refused(IncentiveQuotaRefused event) {
		this.store.lock(event.payoutId())
			.filter((request) -> request.state() == State.GRANTING)
			.ifPresent((request) -> this.store.move(request.id(), State.FAILED, event.reason(), null));
	}

	@Bean
	static Subscription quotasOfIncentives(QuotaAnswers answers) {
		return Subscription.to(IncentiveQuotaGranted.class, answers::granted)
			.and(IncentiveQuotaRefused.class, answers::refused);
	}

}
