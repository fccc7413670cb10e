package io.partnerhub.customer.relation;

import java.time.Clock;
import java.util.UUID;

import io.partnerhub.contracts.Amount;
import io.partnerhub.contracts.BillingEvent.CustomerBalanceReturned;
import io.partnerhub.contracts.CouponEvent.CustomerCouponsReclaimed;
import io.partnerhub.contracts.OpportunityEvent.CustomerOpportunitiesClosed;
import io.partnerhub.customer.notice.CouponNews;
import io.partnerhub.platform.event.Outbox;
import io.partnerhub.platform.event.Subscription;
import io.partnerhub.platform.money.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The end of a request that was agreed to (DIS-09): each service answers for the ended
 * link once it has settled its part, and the last answer completes the request. An answer
 * for anything else than a running request changes nothing.
 */
@Service
class Settlement {

	private final RequestStore store;

	private final StepStore steps;

	private final RequestViewStore views;

	private final RequestMails mails;

	private final Outbox outbox;

	private final Clock clock;

	Settlement(RequestStore store, StepStore steps, RequestViewStore views, RequestMails mails, Outbox outbox,
			Clock clock) {
		this.store = store;
		this.steps = steps;
		this.views = views;
		this.mails = mails;
		this.outbox = outbox;
		this.clock = clock;
	}

	@Transactional(propagation = Propagation.MANDATORY)
	void settled(UUID customerId, int epoch, Step.Kind kind, Outcome outcome) {
		this.store.lockExecuting(customerId, epoch).ifPresent((request) -> {
			this.steps.complete(request.id(), kind, outcome, this.clock.instant());
			if (this.store.completeIfSettled(request.id(), this.clock.instant())) {
				this.outbox.announce(RequestEvents.completed(request));
				this.mails.completed(request, Settled.of(this.views.get(request.id()), this.steps.list(request.id())));
			}
		});
	}

	@Bean
	static Subscription settlementEvents(Settlement settlement, CouponNews news) {
		return Subscription.to(CustomerCouponsReclaimed.class, (answer) -> {
			settlement.settled(answer.customerId(), answer.epoch(), Step.Kind.COUPON,
					new Outcome(answer.count(), money(answer.amount()), null));
			news.linkEnded(answer);
		})
			.and(CustomerBalanceReturned.class,
					(answer) -> settlement.settled(answer.customerId(), answer.epoch(), Step.Kind.BILLING,
							new Outcome(null, money(answer.amount()), money(answer.keptCash()))))
			.and(CustomerOpportunitiesClosed.class, (answer) -> settlement.settled(answer.customerId(), answer.epoch(),
					Step.Kind.OPPORTUNITY, new Outcome(answer.count(), null, null)));
	}

	private static @Nullable Money money(@Nullable Amount amount) {
		return (amount != null) ? Money.parse(amount.amount(), amount.currency()) : null;
	}

	/**
	 * What a service has settled.
	 *
	 * @param keptCash the customer's own cash, which stays his
	 */
	record Outcome(@Nullable Long count, @Nullable Money amount, @Nullable Money keptCash) {
	}

}
