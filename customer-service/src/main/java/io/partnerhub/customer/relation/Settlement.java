package io.partnerhub.customer.relation;

import java.time.Clock;
import java.util.UUID;

import io.partnerhub.contracts.Amount;
import io.partnerhub.contracts.BillingEvent.CustomerBalanceReturned;
import io.partnerhub.contracts.CouponEvent.CustomerCouponsReclaimed;
import io.partnerhub.contracts.CustomerEvent.DisassociationCompleted;
import io.partnerhub.contracts.OpportunityEvent.CustomerOpportunitiesClosed;
import io.partnerhub.platform.event.Outbox;
import io.partnerhub.platform.event.Subscription;
import io.partnerhub.platform.money.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The end of a disassociation (DIS-09): each service answers once it has settled its
 * part, and the last answer completes the request. An answer for anything else than a
 * running request changes nothing.
 */
@Service
class Settlement {

	private final RequestStore store;

	private final Outbox outbox;

	private final Clock clock;

	Settlement(RequestStore store, Outbox outbox, Clock clock) {
		this.store = store;
		this.outbox = outbox;
		this.clock = clock;
	}

	@Transactional(propagation = Propagation.MANDATORY)
	void settled(UUID customerId, int epoch, Step.Kind kind, @Nullable Long count, @Nullable Amount amount) {
		this.store.lockExecuting(customerId, epoch).ifPresent((request) -> {
			Money money = (amount != null) ? Money.parse(amount.amount(), amount.currency()) : null;
			this.store.completeStep(request.id(), kind, count, money, this.clock.instant());
			if (this.store.completeIfSettled(request.id(), this.clock.instant())) {
				this.outbox.announce(new DisassociationCompleted(request.partnerId(), request.ownerPartnerId(),
						request.customerId(), request.epoch(), request.id()));
			}
		});
	}

	@Bean
	static Subscription settlementEvents(Settlement settlement) {
		return Subscription
			.to(CustomerCouponsReclaimed.class,
					(answer) -> settlement.settled(answer.customerId(), answer.epoch(), Step.Kind.COUPON,
							answer.count(), answer.amount()))
			.and(CustomerBalanceReturned.class,
					(answer) -> settlement.settled(answer.customerId(), answer.epoch(), Step.Kind.BILLING, null,
							answer.amount()))
			.and(CustomerOpportunitiesClosed.class, (answer) -> settlement.settled(answer.customerId(), answer.epoch(),
					Step.Kind.OPPORTUNITY, answer.count(), null));
	}

}
