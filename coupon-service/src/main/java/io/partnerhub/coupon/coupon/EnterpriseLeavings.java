package io.partnerhub.coupon.coupon;

import java.time.Clock;
import java.util.List;
import java.util.UUID;

import io.partnerhub.contracts.AccountEvent.AccountFactsChanged;
import io.partnerhub.contracts.CouponType;
import io.partnerhub.coupon.account.Accounts;
import io.partnerhub.coupon.customer.KnownCustomers;
import io.partnerhub.coupon.quota.Quotas;
import io.partnerhub.coupon.record.OperationType;
import io.partnerhub.platform.event.Subscription;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Service;

/**
 * Who leaves his enterprise loses his vouchers, used in part or not, whoever gave them
 * (REC-08): their amount can be issued anew, to the master for instance. Cash coupons
 * stay, for those of a member are his master's (CSH-03).
 */
@Service
class EnterpriseLeavings {

	private final Accounts accounts;

	private final KnownCustomers customers;

	private final CouponStore store;

	private final DueCoupons coupons;

	private final Quotas quotas;

	private final Clock clock;

	EnterpriseLeavings(Accounts accounts, KnownCustomers customers, CouponStore store, DueCoupons coupons,
			Quotas quotas, Clock clock) {
		this.accounts = accounts;
		this.customers = customers;
		this.store = store;
		this.coupons = coupons;
		this.quotas = quotas;
		this.clock = clock;
	}

	@Bean
	Subscription factsOfAccounts() {
		return Subscription.to(AccountFactsChanged.class, this::change);
	}

	private void change(AccountFactsChanged facts) {
		if (this.accounts.change(facts)) {
			reclaim(facts.customerId());
		}
	}

	/** What is being issued to him is issued first, and comes back as well. */
	private void reclaim(UUID member) {
		this.customers.hold(List.of(member));
		this.quotas.lockAll(this.store.quotasHeldBy(member));
		this.coupons.end(Ending.ofCustomer(OperationType.RECLAIM_ON_UNBIND, member, CouponType.VOUCHER, false,
				this.clock.instant()));
	}

}
