package io.partnerhub.billing.appropriation;

import java.time.Clock;
import java.util.UUID;

import io.partnerhub.billing.customer.KnownCustomer;
import io.partnerhub.billing.customer.KnownCustomers;
import io.partnerhub.billing.ledger.Account;
import io.partnerhub.billing.ledger.Accounts;
import io.partnerhub.billing.ledger.EntryKind;
import io.partnerhub.billing.ledger.Ledger;
import io.partnerhub.billing.ledger.Movement;
import io.partnerhub.billing.ledger.Realm;
import io.partnerhub.contracts.BillingEvent.CustomerAppropriated;
import io.partnerhub.contracts.BillingEvent.CustomerBalanceReclaimed;
import io.partnerhub.platform.caller.Caller;
import io.partnerhub.platform.event.Outbox;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * A partner gives an associated resale customer money to spend (拨款) and takes unspent
 * money back (回收): never more than the payer has free (ADJ-01, ADJ-02, ADJ-04).
 */
@Service
class Appropriations {

	private final KnownCustomers customers;

	private final Accounts accounts;

	private final Ledger ledger;

	private final AdjustRecordStore records;

	private final Outbox outbox;

	private final Clock clock;

	Appropriations(KnownCustomers customers, Accounts accounts, Ledger ledger, AdjustRecordStore records, Outbox outbox,
			Clock clock) {
		this.customers = customers;
		this.accounts = accounts;
		this.ledger = ledger;
		this.records = records;
		this.outbox = outbox;
		this.clock = clock;
	}

	@Transactional
	AdjustRecord appropriate(Caller caller, Realm realm, Adjustment wish) {
		KnownCustomer customer = adjustable(caller, realm, wish.customerId());
		AdjustRecord record = move(caller, customer, EntryKind.BEADJUST, this.accounts.ofPartner(realm),
				this.accounts.ofCustomer(realm, customer.id()), wish);
		this.outbox.announce(new CustomerAppropriated(realm.partnerId(), realm.ownerPartnerId(), customer.id(),
				wish.transactionId(), wish.amount().amount()));
		return record;
	}

	@Transactional
	AdjustRecord reclaim(Caller caller, Realm realm, Adjustment wish) {
		KnownCustomer customer = adjustable(caller, realm, wish.customerId());
		AdjustRecord record = move(caller, customer, EntryKind.BERETRIEVE,
				this.accounts.ofCustomer(realm, customer.id()), this.accounts.ofPartner(realm), wish);
		this.outbox.announce(new CustomerBalanceReclaimed(realm.partnerId(), realm.ownerPartnerId(), customer.id(),
				wish.transactionId(), wish.amount().amount()));
		return record;
	}

	private KnownCustomer adjustable(Caller caller, Realm realm, UUID customerId) {
		AppropriationRules.requireAdjusting(caller);
		KnownCustomer customer = this.customers.hold(customerId, realm);
		AppropriationRules.requireResale(customer);
		return customer;
	}

	private AdjustRecord move(Caller caller, KnownCustomer customer, EntryKind kind, Account debit, Account credit,
			Adjustment wish) {
		this.ledger
			.move(new Movement(wish.transactionId(), kind, customer.realm(), debit.id(), credit.id(), wish.amount()));
		AdjustRecord record = AdjustRecord.of(customer, kind, wish.transactionId(), wish.amount(), caller.subject(),
				this.clock.instant());
		this.records.insert(record);
		return record;
	}

}
