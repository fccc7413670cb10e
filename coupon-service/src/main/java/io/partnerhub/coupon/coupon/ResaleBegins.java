package io.partnerhub.coupon.coupon;

import java.time.Clock;
import java.util.UUID;

import io.partnerhub.contracts.AssociationType;
import io.partnerhub.contracts.CouponType;
import io.partnerhub.contracts.CustomerEvent.CustomerAssociated;
import io.partnerhub.contracts.CustomerEvent.CustomerModelSwitched;
import io.partnerhub.coupon.account.Accounts;
import io.partnerhub.coupon.customer.KnownCustomers;
import io.partnerhub.coupon.quota.Quotas;
import io.partnerhub.coupon.record.OperationType;
import io.partnerhub.platform.event.Subscription;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Service;

/**
 * Who becomes a RESALE customer loses the cash coupons he has never used, whoever gave
 * them (ASC-05, CSH-06). What an unpaid order holds of them is free; what a running
 * payment needs goes back when it is over.
 */
@Service
class ResaleBegins {

	private final Accounts accounts;

	private final KnownCustomers customers;

	private final CouponStore store;

	private final DueCoupons coupons;

	private final Quotas quotas;

	private final Clock clock;

	ResaleBegins(Accounts accounts, KnownCustomers customers, CouponStore store, DueCoupons coupons, Quotas quotas,
			Clock clock) {
		this.accounts = accounts;
		this.customers = customers;
		this.store = store;
		this.coupons = coupons;
		this.quotas = quotas;
		this.clock = clock;
	}

	@Bean
	Subscription beginningsOfLinks() {
		return Subscription.to(CustomerAssociated.class, this::begin);
	}

	/** An issue that holds the account is over before, or knows of the link. */
	private void begin(CustomerAssociated link) {
		this.accounts.lock(link);
		if (this.customers.begin(link) && link.associationType() == AssociationType.RESALE) {
			reclaimUnused(link.customerId());
		}
	}

	/**
	 * Ends the link in the former model first; all quotas are locked before any coupon.
	 */
	void after(CustomerModelSwitched change, Runnable end) {
		if (change.to() != AssociationType.RESALE) {
			end.run();
			return;
		}
		this.quotas.lockAll(this.store.quotasHeldBy(change.customerId()));
		end.run();
		reclaimUnused(change.customerId());
	}

	/** The customer's row is locked. */
	private void reclaimUnused(UUID customerId) {
		this.quotas.lockAll(this.store.quotasHeldBy(customerId));
		this.coupons.end(Ending.ofCustomer(OperationType.RECLAIM_ON_ASSOCIATION, customerId, CouponType.CASH_COUPON,
				true, this.clock.instant()));
	}

}
