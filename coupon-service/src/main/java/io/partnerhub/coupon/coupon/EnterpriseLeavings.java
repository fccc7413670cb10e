package io.partnerhub.coupon.coupon;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import io.partnerhub.contracts.AccountEvent.AccountFactsChanged;
import io.partnerhub.coupon.account.Accounts;
import io.partnerhub.coupon.coupon.DueCoupons.Chunk;
import io.partnerhub.coupon.customer.KnownCustomers;
import io.partnerhub.platform.event.Subscription;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who leaves his enterprise, for another one or for none, loses his vouchers, used in
 * part or not, whoever gave them (REC-08): their amount can be issued anew, to the master
 * for instance. Many go back step by step, each in a transaction of its own. Cash coupons
 * stay, for those of a member are his master's (CSH-03).
 */
@Service
class EnterpriseLeavings {

	private final Accounts accounts;

	private final KnownCustomers customers;

	private final LeavingStore store;

	private final DueCoupons coupons;

	private final ApplicationEventPublisher wake;

	private final Clock clock;

	EnterpriseLeavings(Accounts accounts, KnownCustomers customers, LeavingStore store, DueCoupons coupons,
			ApplicationEventPublisher wake, Clock clock) {
		this.accounts = accounts;
		this.customers = customers;
		this.store = store;
		this.coupons = coupons;
		this.wake = wake;
		this.clock = clock;
	}

	@Bean
	Subscription factsOfAccounts() {
		return Subscription.to(AccountFactsChanged.class, this::change);
	}

	/** Members whose vouchers are not all back, the first to leave first. */
	List<UUID> open(int limit) {
		return this.store.open(limit);
	}

	/**
	 * Takes back the next vouchers; tells after which one to go on, unless all are back,
	 * or wait for their payments, or another instance is at it.
	 */
	@Transactional
	Optional<UUID> step(UUID member, UUID after) {
		return this.store.lock(member).flatMap((leftAt) -> {
			Chunk chunk = this.coupons.next(Ending.ofMember(member, leftAt, this.clock.instant()), after);
			Optional<UUID> next = this.coupons.goOn(chunk, after);
			if (next.isEmpty()) {
				this.store.delete(member);
			}
			return next;
		});
	}

	private void change(AccountFactsChanged facts) {
		if (this.accounts.change(facts)) {
			leave(facts.customerId());
		}
	}

	/** What is being issued to him is issued first, and comes back as well. */
	private void leave(UUID member) {
		this.customers.hold(List.of(member));
		this.store.save(member, this.clock.instant());
		step(member, DueCoupons.START).ifPresent((after) -> this.wake.publishEvent(new EndWorker.Wake()));
	}

}
