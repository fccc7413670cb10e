package io.partnerhub.billing.ledger;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import io.partnerhub.billing.BillingTest;
import io.partnerhub.billing.Books;
import io.partnerhub.billing.Given;
import io.partnerhub.billing.Partner;
import io.partnerhub.platform.Ids;
import io.partnerhub.platform.money.Money;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What the database refuses even if the code should forget. */
@BillingTest
class LedgerStoreTests {

	private final JdbcClient jdbc;

	private final Given given;

	private final Books books;

	private final Accounts accounts;

	private final Ledger ledger;

	private final AccountStore store;

	private final EntryStore entries;

	private final TransactionTemplate transaction;

	LedgerStoreTests(JdbcClient jdbc, Given given, Books books, Accounts accounts, Ledger ledger, AccountStore store,
			EntryStore entries, TransactionTemplate transaction) {
		this.jdbc = jdbc;
		this.given = given;
		this.books = books;
		this.accounts = accounts;
		this.ledger = ledger;
		this.store = store;
		this.entries = entries;
		this.transaction = transaction;
	}

	@ParameterizedTest
	@Tag("I-15")
	@ValueSource(strings = { "update entry set amount_minor = amount_minor + 1", "delete from entry",
			"truncate entry cascade", "update adjust_record set amount_minor = 1", "delete from adjust_record",
			"truncate adjust_record", "update top_up set amount_minor = 1", "delete from top_up",
			"truncate top_up cascade", "delete from balance_return", "truncate balance_return" })
	void keepsHistoryAsItIs(String change) {
		this.given.distributorWith("10.00");
		assertThatExceptionOfType(DataAccessException.class).isThrownBy(() -> this.jdbc.sql(change).update())
			.withMessageContaining("append-only");
		this.books.balance();
	}

	@Test
	@Tag("I-16")
	void keepsAnAccountFromGoingBelowZero() {
		Partner partner = this.given.distributorWith("10.00");
		assertThatThrownBy(() -> book(partner, Money.of("10.01"))).isInstanceOf(DataIntegrityViolationException.class)
			.hasMessageContaining("account_not_overdrawn");
		assertThat(this.books.partnerHas(partner)).isEqualTo("10.00");
	}

	@Test
	@Tag("ADJ-02")
	void keepsDesignatedMoneyInPlace() {
		Partner partner = this.given.distributorWith("10.00");
		designate(partner, 400);
		assertThatThrownBy(() -> book(partner, Money.of("6.01"))).hasMessageContaining("account_not_overdrawn");
		book(partner, Money.of("6.00"));
		assertThat(this.books.partnerHas(partner)).isEqualTo("4.00");
		this.books.balance();
	}

	@Test
	@Tag("I-44")
	void refusesMovementsBetweenTenants() {
		Partner one = this.given.distributorWith("10.00");
		Partner other = this.given.distributor();
		Movement foreign = new Movement(Ids.next(), EntryKind.BEADJUST, realm(one),
				this.accounts.ofPartner(realm(one)).id(), this.accounts.ofPartner(realm(other)).id(), Money.of("1.00"));
		assertThatThrownBy(() -> book(foreign)).isInstanceOf(DataIntegrityViolationException.class);
		this.books.balance();
	}

	@Test
	@Tag("I-12")
	void movesNothingOutsideATransaction() {
		Partner partner = this.given.distributorWith("10.00");
		assertThatThrownBy(() -> this.ledger.move(toClearing(partner, Money.of("1.00"))))
			.isInstanceOf(IllegalTransactionStateException.class);
	}

	private void book(Partner partner, Money amount) {
		book(toClearing(partner, amount));
	}

	private void book(Movement movement) {
		this.transaction.executeWithoutResult((status) -> {
			Sheet sheet = new Sheet(this.store.lock(List.of(movement.debit(), movement.credit())));
			sheet.book(movement);
			this.entries.write(sheet.postings(), sheet.changes(), Instant.EPOCH);
		});
	}

	private Movement toClearing(Partner partner, Money amount) {
		Realm realm = realm(partner);
		return new Movement(Ids.next(), EntryKind.BERETRIEVE, realm, this.accounts.ofPartner(realm).id(),
				this.accounts.clearing(realm).id(), amount);
	}

	private void designate(Partner partner, long minor) {
		this.jdbc.sql("update account set designated_minor = :minor where holder_id = :id and owner_kind = 'PARTNER'")
			.param("minor", minor)
			.param("id", partner.id())
			.update();
	}

	private static Realm realm(Partner partner) {
		UUID tenant = partner.tenant();
		return new Realm(tenant, partner.id());
	}

}
