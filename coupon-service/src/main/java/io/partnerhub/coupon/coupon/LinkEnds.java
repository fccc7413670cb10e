package io.partnerhub.coupon.coupon;

import java.time.Clock;
import java.time.Instant;
import java.util.List;

import io.partnerhub.contracts.CouponEvent.CustomerCouponsReclaimed;
import io.partnerhub.contracts.CustomerEvent.CustomerDisassociated;
import io.partnerhub.contracts.CustomerEvent.CustomerModelSwitched;
import io.partnerhub.contracts.CustomerEvent.CustomerTransferred;
import io.partnerhub.coupon.customer.EndedLink;
import io.partnerhub.coupon.customer.KnownCustomers;
import io.partnerhub.coupon.quota.Quotas;
import io.partnerhub.coupon.record.OperationType;
import io.partnerhub.coupon.settings.CouponProperties;
import io.partnerhub.platform.event.Outbox;
import io.partnerhub.platform.event.Subscription;
import io.partnerhub.platform.money.Money;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Service;

/**
 * All vouchers of a link go back once when it ends (REC-06): because customer and partner
 * part (DIS-09), change their model (DIS-10, DIS-11), or the customer moves to another
 * partner of the distributor (DIS-14). The answer follows also when there were none.
 */
@Service
class LinkEnds {

	private static final String SYSTEM = "system";

	private final KnownCustomers customers;

	private final CouponStore store;

	private final Quotas quotas;

	private final Reclaims reclaims;

	private final Outbox outbox;

	private final CouponProperties properties;

	private final Clock clock;

	LinkEnds(KnownCustomers customers, CouponStore store, Quotas quotas, Reclaims reclaims, Outbox outbox,
			CouponProperties properties, Clock clock) {
		this.customers = customers;
		this.store = store;
		this.quotas = quotas;
		this.reclaims = reclaims;
		this.outbox = outbox;
		this.properties = properties;
		this.clock = clock;
	}

	@Bean
	Subscription endsOfLinks() {
		return Subscription
			.to(CustomerDisassociated.class, (event) -> this.customers.end(event).ifPresent(this::reclaimAll))
			.and(CustomerModelSwitched.class, (event) -> this.customers.change(event).ifPresent(this::reclaimAll))
			.and(CustomerTransferred.class, (event) -> this.customers.move(event).ifPresent(this::reclaimAll));
	}

	private void reclaimAll(EndedLink link) {
		Instant now = this.clock.instant();
		this.quotas.lockAll(this.store.quotasOf(link));
		long count = 0;
		Money amount = Money.zero();
		List<Coupon> chunk;
		do {
			chunk = this.store.reclaimNext(link, now, this.properties.reclaim().vouchersPerEvent());
			count += chunk.size();
			amount = amount.plus(returned(link, chunk, now));
		}
		while (!chunk.isEmpty());
		this.outbox.announce(new CustomerCouponsReclaimed(link.partnerId(), link.ownerPartnerId(), link.customerId(),
				link.epoch(), count, amount.amount()));
	}

	private Money returned(EndedLink link, List<Coupon> chunk, Instant now) {
		if (chunk.isEmpty()) {
			return Money.zero();
		}
		this.reclaims.book(chunk, operation(link.cause()), SYSTEM, null, now);
		return chunk.stream().map(Coupon::balance).reduce(Money.zero(), Money::plus);
	}

	private static OperationType operation(EndedLink.Cause cause) {
		return switch (cause) {
			case DISASSOCIATED -> OperationType.RECLAIM_ON_UNBIND;
			case SWITCHED -> OperationType.RECLAIM_ON_SWITCH;
			case TRANSFERRED -> OperationType.RECLAIM_ON_TRANSFER;
		};
	}

}
