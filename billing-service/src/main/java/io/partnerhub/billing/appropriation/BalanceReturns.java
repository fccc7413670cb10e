package io.partnerhub.billing.appropriation;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import io.partnerhub.billing.attribution.Attributions;
import io.partnerhub.billing.customer.EndedLink;
import io.partnerhub.billing.customer.KnownCustomer;
import io.partnerhub.billing.customer.KnownCustomers;
import io.partnerhub.billing.ledger.Account;
import io.partnerhub.billing.ledger.Accounts;
import io.partnerhub.billing.ledger.EntryKind;
import io.partnerhub.billing.ledger.Ledger;
import io.partnerhub.contracts.AppropriationType;
import io.partnerhub.contracts.BillingEvent.CustomerBalanceReturned;
import io.partnerhub.contracts.BillingEvent.Reason;
import io.partnerhub.contracts.CustomerEvent.CustomerDisassociated;
import io.partnerhub.contracts.CustomerEvent.CustomerModelSwitched;
import io.partnerhub.contracts.CustomerEvent.CustomerTransferred;
import io.partnerhub.platform.Ids;
import io.partnerhub.platform.event.Outbox;
import io.partnerhub.platform.money.Money;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * When a link ends, all that is left of the appropriated money goes back to the partner
 * who had the customer, once per customer and epoch: on disassociation (DIS-09), with the
 * model (DIS-11) and on transfer (DIS-14). The answer follows also when nothing was left.
 * The account holds appropriated money only, so no cash of the customer's own is kept.
 */
@Service
class BalanceReturns {

	private final KnownCustomers customers;

	private final Accounts accounts;

	private final Ledger ledger;

	private final AdjustRecordStore records;

	private final BalanceReturnStore returns;

	private final Outbox outbox;

	private final Clock clock;

	private final Attributions attributions;

	BalanceReturns(KnownCustomers customers, Attributions attributions, Accounts accounts, Ledger ledger,
			AdjustRecordStore records, BalanceReturnStore returns, Outbox outbox, Clock clock) {
		this.customers = customers;
		this.attributions = attributions;
		this.accounts = accounts;
		this.ledger = ledger;
		this.records = records;
		this.returns = returns;
		this.outbox = outbox;
		this.clock = clock;
	}

	@Transactional
	void disassociated(CustomerDisassociated event) {
		settle(EndedLink.of(event));
		this.attributions.disassociated(event);
	}

	@Transactional
	void switched(CustomerModelSwitched event) {
		settle(EndedLink.of(event));
		this.customers.change(event);
		this.attributions.switched(event);
	}

	@Transactional
	void transferred(CustomerTransferred event) {
		settle(EndedLink.of(event));
		this.customers.move(event);
		this.attributions.transferred(event);
	}

	private void settle(EndedLink link) {
		Optional<KnownCustomer> ended = this.customers.end(link);
		if (this.returns.exists(link)) {
			return;
		}
		Money rest = ended.map((customer) -> takeBack(customer, link.reason())).orElse(Money.zero());
		this.returns.insert(link, rest, this.clock.instant());
		this.outbox.announce(new CustomerBalanceReturned(link.realm().partnerId(), link.realm().ownerPartnerId(),
				link.customerId(), link.epoch(), rest.amount(), link.reason(), null));
	}

	/** What is left of each kind goes back to where it came from. */
	private Money takeBack(KnownCustomer customer, Reason reason) {
		return this.accounts.allOfCustomer(customer.realm(), customer.id())
			.stream()
			.map((account) -> takeBack(customer, account, reason))
			.reduce(Money.zero(), Money::plus);
	}

	private Money takeBack(KnownCustomer customer, Account account, Reason reason) {
		UUID transaction = Ids.next();
		Money rest = this.ledger.moveRest(transaction, EntryKind.BEUNBIND, account,
				this.accounts.ofPartner(customer.realm(), account.type()));
		if (rest.isPositive()) {
			this.records
				.insert(List.of(AdjustRecord.returned(customer, AppropriationType.valueOf(account.type().name()),
						transaction, rest, operator(reason), this.clock.instant())));
		}
		return rest;
	}

	/** Nobody's hand: what ended the link. */
	private static String operator(Reason reason) {
		return switch (reason) {
			case UNBIND -> "disassociation";
			case MODEL_SWITCH -> "model-switch";
			case TRANSFER -> "transfer";
		};
	}

}
