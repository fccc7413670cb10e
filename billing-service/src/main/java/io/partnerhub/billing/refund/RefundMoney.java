package io.partnerhub.billing.refund;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import io.partnerhub.billing.ledger.Account;
import io.partnerhub.billing.ledger.AccountType;
import io.partnerhub.billing.ledger.Accounts;
import io.partnerhub.billing.ledger.EntryKind;
import io.partnerhub.billing.ledger.Ledger;
import io.partnerhub.billing.ledger.Movement;
import io.partnerhub.billing.ledger.Realm;
import io.partnerhub.billing.order.Order;
import io.partnerhub.billing.order.Paid;
import io.partnerhub.platform.money.Money;
import org.springframework.stereotype.Component;

/**
 * Moves refunded money through the ledger into the accounts kept here (I-12): credit to
 * credit as far as it is still used, the rest to cash. What a customer paid at the vendor
 * comes back there and moves nothing here, whoever gets it.
 */
@Component
class RefundMoney {

	private final Accounts accounts;

	private final Ledger ledger;

	RefundMoney(Accounts accounts, Ledger ledger) {
		this.accounts = accounts;
		this.ledger = ledger;
	}

	void move(Refund refund, Order order, Paid paid, Destination destination) {
		if (!paid.isMoneyHere()) {
			return;
		}
		switch (destination) {
			case PARTNER_ACCOUNT -> toPartner(refund, order.realm());
			case CUSTOMER_ACCOUNT -> toCustomer(refund, order);
			case ORIGINAL_ROUTE -> {
			}
		}
	}

	private void toCustomer(Refund refund, Order order) {
		Realm realm = order.realm();
		List<Movement> movements = new ArrayList<>();
		if (refund.credit().isPositive()) {
			movements.add(movement(refund, EntryKind.ORDER_REFUND_CREDIT,
					this.accounts.ofCustomer(realm, order.customerId(), AccountType.CREDIT), refund.credit()));
		}
		addCash(movements, refund, this.accounts.ofCustomer(realm, order.customerId()),
				refund.cash().minus(refund.credit()));
		move(movements);
	}

	/** A credit line is paid back as far as it is used; the rest is cash. */
	private void toPartner(Refund refund, Realm realm) {
		List<Movement> movements = new ArrayList<>();
		Account cash = this.accounts.ofPartner(realm);
		Money credit = Money.zero();
		if (refund.credit().isPositive()) {
			Account line = this.accounts.ofPartner(realm, AccountType.CREDIT);
			Account locked = this.ledger.lock(List.of(cash, line, this.accounts.clearing(realm))).get(1);
			credit = (refund.credit().compareTo(locked.owed()) < 0) ? refund.credit() : locked.owed();
			if (credit.isPositive()) {
				movements.add(movement(refund, EntryKind.ORDER_REFUND_CREDIT, line, credit));
			}
		}
		addCash(movements, refund, cash, refund.cash().minus(credit));
		move(movements);
	}

	private void addCash(List<Movement> movements, Refund refund, Account account, Money amount) {
		if (amount.isPositive()) {
			movements.add(movement(refund, EntryKind.ORDER_REFUND, account, amount));
		}
	}

	private void move(List<Movement> movements) {
		if (!movements.isEmpty()) {
			this.ledger.move(movements);
		}
	}

	private Movement movement(Refund refund, EntryKind kind, Account account, Money amount) {
		UUID clearing = this.accounts.clearing(refund.realm()).id();
		return new Movement(refund.id(), kind, refund.realm(), clearing, account.id(), amount);
	}

}
