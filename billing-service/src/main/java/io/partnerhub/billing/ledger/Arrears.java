package io.partnerhub.billing.ledger;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import io.partnerhub.contracts.BillingEvent.CustomerArrearsChanged;
import io.partnerhub.platform.event.Outbox;
import io.partnerhub.platform.money.Money;
import io.partnerhub.platform.page.Page;
import io.partnerhub.platform.page.PageQuery;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What customers owe (欠费): what lies below zero on their accounts with a partner. Every
 * change is told in the transaction of its movement (CUS-01, DIS-05), but debts of a link
 * that another has replaced are no fact of the present one and are not told; the sum over
 * a partner's customers lessens what it may withdraw (WDR-16).
 */
@Component
public class Arrears {

	private final AccountStore accounts;

	private final ArrearsStore store;

	private final Outbox outbox;

	Arrears(AccountStore accounts, ArrearsStore store, Outbox outbox) {
		this.accounts = accounts;
		this.store = store;
		this.outbox = outbox;
	}

	/** All that customers owe a partner, former ones included. */
	@Transactional(readOnly = true)
	public Sum of(Realm realm) {
		return this.store.sum(realm);
	}

	/** Who owes it, account by account. */
	@Transactional(readOnly = true)
	public Page<Row> rows(Realm realm, PageQuery page) {
		return Page.of(this.store.page(realm, page), page, Row::accountId);
	}

	/** Tells what a sheet changed. */
	void follow(List<Sheet.Change> changes) {
		this.outbox.announceAll(changes.stream()
			.filter((change) -> change.after().ownerKind() == OwnerKind.CUSTOMER)
			.filter((change) -> !change.after().owed().equals(change.before().owed()))
			.flatMap((change) -> fact(change.after()).stream())
			.toList());
	}

	private Optional<Outbox.Fact> fact(Account account) {
		return this.accounts.epochOf(account)
			.map((epoch) -> Outbox.Fact.of(new CustomerArrearsChanged(account.realm().partnerId(),
					account.realm().ownerPartnerId(), account.holderId(), epoch, account.owed().amount())));
	}

	/** What is owed, and on how many accounts. */
	public record Sum(Money total, int accounts) {
	}

	/** What one customer owes on one account. */
	public record Row(UUID accountId, UUID customerId, Money owed) {
	}

}
