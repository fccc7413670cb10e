package io.partnerhub.billing.payonbehalf;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import io.partnerhub.billing.ledger.Account;
import io.partnerhub.billing.ledger.AccountType;
import io.partnerhub.billing.ledger.Accounts;
import io.partnerhub.billing.ledger.EntryKind;
import io.partnerhub.billing.ledger.Ledger;
import io.partnerhub.billing.ledger.Movement;
import io.partnerhub.billing.ledger.Realm;
import io.partnerhub.billing.order.Paid;
import io.partnerhub.platform.money.Money;
import io.partnerhub.platform.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Where the money for an order comes from (ORD-08): the partner's cash, or what was
 * appropriated to the customer, cash before credit. An advisory customer has no money
 * here, and what a third party collected moves none here.
 */
@Component
class Purses {

	private final Accounts accounts;

	private final Ledger ledger;

	Purses(Accounts accounts, Ledger ledger) {
		this.accounts = accounts;
		this.ledger = ledger;
	}

	/** Takes the amount, or refuses and takes nothing. */
	Taken take(OpenOrders.Held held, Payment payment, Money amount) {
		if (!amount.isPositive() || payment.method() == Paid.With.ONLINE) {
			return new Taken(null, Money.zero());
		}
		Realm realm = held.order().realm();
		Account outside = this.accounts.clearing(realm);
		List<Account> locked = new ArrayList<>(purses(held, payment));
		locked.add(outside);
		List<Account> purses = this.ledger.lock(locked).subList(0, locked.size() - 1);
		Money available = purses.stream().map(Purses::free).reduce(Money.zero(), Money::plus);
		if (available.compareTo(amount) < 0) {
			throw Problem.conflict("BALANCE_INSUFFICIENT", "The balance does not cover the amount.")
				.with("available", available)
				.with("required", amount);
		}
		return move(payment, realm, purses, outside, amount);
	}

	/** Puts money that a third party collected in vain into the partner's cash. */
	void giveBack(Realm realm, UUID transaction, Money amount) {
		this.ledger.move(new Movement(transaction, EntryKind.ORDER_REFUND, realm, this.accounts.clearing(realm).id(),
				this.accounts.ofPartner(realm).id(), amount));
	}

	private Taken move(Payment payment, Realm realm, List<Account> purses, Account outside, Money amount) {
		List<Movement> movements = new ArrayList<>();
		Money credit = Money.zero();
		Money left = amount;
		for (Account purse : purses) {
			Money part = (free(purse).compareTo(left) < 0) ? free(purse) : left;
			if (part.isPositive()) {
				boolean cash = purse.type() == AccountType.CASH;
				movements
					.add(new Movement(payment.id(), cash ? EntryKind.ORDER_PAYMENT : EntryKind.ORDER_PAYMENT_CREDIT,
							realm, purse.id(), outside.id(), part));
				credit = cash ? credit : part;
				left = left.minus(part);
			}
		}
		this.ledger.move(movements);
		return new Taken(purses.getFirst(), credit);
	}

	private List<Account> purses(OpenOrders.Held held, Payment payment) {
		Realm realm = held.order().realm();
		if (payment.payer() == Paid.By.PARTNER) {
			return List.of(this.accounts.ofPartner(realm));
		}
		List<Account> own = held.customer().isActiveIn(realm) ? this.accounts.allOfCustomer(realm, held.customer().id())
				: List.of();
		Optional<Account> cash = own.stream().filter((each) -> each.type() == AccountType.CASH).findAny();
		Optional<Account> credit = own.stream().filter((each) -> each.type() == AccountType.CREDIT).findAny();
		List<Account> purses = new ArrayList<>();
		cash.ifPresent(purses::add);
		credit.ifPresent(purses::add);
		return purses;
	}

	/** Never below nothing: an account may be overdrawn. */
	private static Money free(Account account) {
		return account.available().isPositive() ? account.available() : Money.zero();
	}

	/**
	 * What was taken.
	 *
	 * @param account the first that paid; absent if nothing was to be paid
	 * @param credit what of it came from the customer's credit
	 */
	record Taken(@Nullable Account account, Money credit) {
	}

}
