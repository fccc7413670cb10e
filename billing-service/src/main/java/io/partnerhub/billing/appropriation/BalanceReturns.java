package io.partnerhub.billing.appropriation;

import java.time.Clock;
import java.util.Optional;
import java.util.UUID;

import io.partnerhub.billing.customer.KnownCustomer;
import io.partnerhub.billing.customer.KnownCustomers;
import io.partnerhub.billing.ledger.Account;
import io.partnerhub.billing.ledger.Accounts;
import io.partnerhub.billing.ledger.EntryKind;
import io.partnerhub.billing.ledger.Ledger;
import io.partnerhub.contracts.BillingEvent.CustomerBalanceReturned;
import io.partnerhub.contracts.BillingEvent.Reason;
import io.partnerhub.contracts.CustomerEvent.CustomerDisassociated;
import io.partnerhub.platform.Ids;
import io.partnerhub.platform.event.Outbox;
import io.partnerhub.platform.money.Money;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * When a link ends, all that is left of the appropriated money goes back to the partner,
 * once per customer and epoch (DIS-09); the answer follows also when nothing was left.
 */
@Service
class BalanceReturns {

	private static final String NOBODY = "disassociation";

	private final KnownCustomers customers;

	private final Accounts accounts;

	private final Ledger ledger;

	private final AdjustRecordStore records;

	private final BalanceReturnStore returns;

	private final Outbox outbox;

	private final Clock clock;

	BalanceReturns(KnownCustomers customers, Accounts accounts, Ledger ledger, AdjustRecordStore records,
			BalanceReturnStore returns, Outbox outbox, Clock clock) {
		this.customers = customers;
		this.accounts = accounts;
		this.ledger = ledger;
		this.records = records;
		this.returns = returns;
		this.outbox = outbox;
		this.clock = clock;
	}

	@Transactional
	void linkEnded(CustomerDisassociated event) {
		Optional<KnownCustomer> ended = this.customers.end(event);
		if (this.returns.exists(event)) {
			return;
		}
		Money rest = ended.map(this::takeBack).orElse(Money.zero());
		this.returns.insert(event, rest, this.clock.instant());
		this.outbox.announce(new CustomerBalanceReturned(event.partnerId(), event.ownerPartnerId(), event.customerId(),
				event.epoch(), rest.amount(), Reason.UNBIND, null));
	}

	private Money takeBack(KnownCustomer customer) {
		return this.accounts.findOfCustomer(customer.realm(), customer.id())
			.map((account) -> takeBack(customer, account))
			.orElse(Money.zero());
	}

	private Money takeBack(KnownCustomer customer, Account account) {
		UUID transaction = Ids.next();
		Money rest = this.ledger.moveRest(transaction, EntryKind.BEUNBIND, account,
				this.accounts.ofPartner(customer.realm()));
		if (rest.isPositive()) {
			this.records
				.insert(AdjustRecord.of(customer, EntryKind.BEUNBIND, transaction, rest, NOBODY, this.clock.instant()));
		}
		return rest;
	}

}
