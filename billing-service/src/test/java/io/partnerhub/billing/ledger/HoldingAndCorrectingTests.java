package io.partnerhub.billing.ledger;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

import io.partnerhub.billing.BillingTest;
import io.partnerhub.billing.Books;
import io.partnerhub.billing.Given;
import io.partnerhub.billing.Partner;
import io.partnerhub.platform.Ids;
import io.partnerhub.platform.money.Money;
import io.partnerhub.platform.problem.Problem;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Money that is held for later, and entries that are taken back. */
@BillingTest
class HoldingAndCorrectingTests {

	private final JdbcClient jdbc;

	private final Given given;

	private final Books books;

	private final Accounts accounts;

	private final Ledger ledger;

	private final TransactionTemplate transaction;

	HoldingAndCorrectingTests(JdbcClient jdbc, Given given, Books books, Accounts accounts, Ledger ledger,
			TransactionTemplate transaction) {
		this.jdbc = jdbc;
		this.given = given;
		this.books = books;
		this.accounts = accounts;
		this.ledger = ledger;
		this.transaction = transaction;
	}

	@AfterEach
	void booksBalance() {
		this.books.balance();
	}

	@Test
	@Tag("I-12")
	void keepsHeldMoneyOnAnAccountOfItsOwn() {
		Realm realm = realm(this.given.distributorWith("100.00"));
		UUID withdrawal = Ids.next();
		move(withdrawal, EntryKind.WITHDRAWAL_HOLD, cash(realm), this.accounts.held(realm), "60.00");
		assertThat(cash(realm).available()).isEqualTo(Money.of("40.00"));
		assertThatThrownBy(
				() -> move(Ids.next(), EntryKind.WITHDRAWAL_HOLD, cash(realm), this.accounts.held(realm), "40.01"))
			.hasMessageContaining("does not cover");
		move(withdrawal, EntryKind.WITHDRAWAL_RELEASED, this.accounts.held(realm), cash(realm), "60.00");
		assertThatThrownBy(
				() -> move(withdrawal, EntryKind.WITHDRAWAL_RELEASED, this.accounts.held(realm), cash(realm), "0.01"))
			.isInstanceOf(Problem.class);
		assertThat(cash(realm).balance()).isEqualTo(Money.of("100.00"));
	}

	@Test
	@Tag("I-12")
	void movesAllOrNothing() {
		Realm realm = realm(this.given.distributorWith("10.00"));
		Account cash = cash(realm);
		Account held = this.accounts.held(realm);
		Movement there = new Movement(Ids.next(), EntryKind.WITHDRAWAL_HOLD, realm, cash.id(), held.id(),
				Money.of("10.00"));
		Movement more = new Movement(Ids.next(), EntryKind.WITHDRAWAL_HOLD, realm, cash.id(), held.id(),
				Money.of("0.01"));
		assertThatThrownBy(() -> inTransaction(() -> this.ledger.move(List.of(there, more))))
			.hasMessageContaining("does not cover");
		assertThat(cash(realm).balance()).isEqualTo(Money.of("10.00"));
	}

	@Test
	@Tag("I-19")
	void tellsAccountsAsTheyStandUnderTheLock() {
		Realm realm = realm(this.given.distributorWith("10.00"));
		List<Account> known = List.of(cash(realm), this.accounts.held(realm));
		move(Ids.next(), EntryKind.WITHDRAWAL_HOLD, known.getFirst(), known.getLast(), "4.00");
		List<Account> locked = this.transaction.execute((status) -> this.ledger.lock(known));
		assertThat(locked).extracting(Account::balance).containsExactly(Money.of("6.00"), Money.of("4.00"));
	}

	@Test
	@Tag("I-17")
	void takesAnEntryBackOnceByAnother() throws Exception {
		Partner partner = this.given.distributorWith("10.00");
		UUID entry = recharge(partner);
		Callable<Boolean> attempt = () -> {
			try {
				inTransaction(() -> this.ledger.reverse(entry, Ids.next()));
				return true;
			}
			catch (Problem ex) {
				assertThat(ex.code()).isEqualTo("ENTRY_REVERSED");
				return false;
			}
		};
		try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
			assertThat(threads.invokeAll(Stream.generate(() -> attempt).limit(16).toList())
				.stream()
				.filter(Future::resultNow)).hasSize(1);
		}
		assertThat(this.books.partnerHas(partner)).isEqualTo("0.00");
		assertThat(this.books.number("select count(*) from entry where reverses = '" + entry + "'")).isEqualTo(1);
	}

	@Test
	@Tag("I-17")
	void letsTheDatabaseRefuseASecondCorrection() {
		Partner partner = this.given.distributorWith("10.00");
		UUID entry = recharge(partner);
		inTransaction(() -> this.ledger.reverse(entry, Ids.next()));
		assertThatThrownBy(() -> this.jdbc
			.sql("""
					insert into entry
					select gen_random_uuid(), partner_id, owner_partner_id, gen_random_uuid(), kind, debit_account, credit_account,
					       amount_minor, currency, debit_sequence + 7, credit_sequence + 7, debit_balance_minor,
					       credit_balance_minor, at, reverses
					from entry where reverses = :entry
					""")
			.param("entry", entry)
			.update()).hasMessageContaining("entry_reversed_once");
	}

	@Test
	@Tag("I-16")
	void takesNothingBackThatIsSpent() {
		Partner partner = this.given.distributorWith("10.00");
		UUID entry = recharge(partner);
		Realm realm = realm(partner);
		move(Ids.next(), EntryKind.WITHDRAWAL_HOLD, cash(realm), this.accounts.held(realm), "0.01");
		assertThatThrownBy(() -> inTransaction(() -> this.ledger.reverse(entry, Ids.next())))
			.hasMessageContaining("does not cover");
	}

	@ParameterizedTest
	@Tag("I-16")
	@CsvSource({ "CREDIT, -100.01, account_not_overdrawn", "CREDIT, 0.01, account_credit_used",
			"HELD, -0.01, account_not_overdrawn", "BONUS, -0.01, account_not_overdrawn",
			"DEPOSIT, -0.01, account_not_overdrawn" })
	void keepsEveryAccountInItsBounds(AccountType type, String balance, String constraint) {
		Realm realm = realm(this.given.distributor());
		Account account = this.accounts.ofPartner(realm, type);
		if (type == AccountType.CREDIT) {
			this.jdbc.sql("update account set credit_limit_minor = 10000 where id = :id")
				.param("id", account.id())
				.update();
		}
		assertThatExceptionOfType(DataIntegrityViolationException.class)
			.isThrownBy(() -> this.jdbc.sql("update account set balance_minor = :balance where id = :id")
				.param("balance", Money.of(balance).minor())
				.param("id", account.id())
				.update())
			.withMessageContaining(constraint);
	}

	@Test
	@Tag("I-16")
	void grantsALineOnCreditAccountsOnly() {
		Account cash = cash(realm(this.given.distributor()));
		assertThatExceptionOfType(DataAccessException.class)
			.isThrownBy(() -> this.jdbc.sql("update account set credit_limit_minor = 1 where id = :id")
				.param("id", cash.id())
				.update())
			.withMessageContaining("account_credit_line");
	}

	private UUID recharge(Partner partner) {
		return this.jdbc.sql("select id from entry where owner_partner_id = :owner and kind = 'RECHARGE'")
			.param("owner", partner.id())
			.query((row, index) -> row.getObject("id", UUID.class))
			.single();
	}

	private Account cash(Realm realm) {
		return this.accounts.ofPartner(realm);
	}

	private void move(UUID transactionId, EntryKind kind, Account debit, Account credit, String amount) {
		inTransaction(() -> this.ledger
			.move(new Movement(transactionId, kind, debit.realm(), debit.id(), credit.id(), Money.of(amount))));
	}

	private void inTransaction(Runnable work) {
		this.transaction.executeWithoutResult((status) -> work.run());
	}

	private static Realm realm(Partner partner) {
		UUID tenant = partner.tenant();
		return new Realm(tenant, partner.id());
	}

}
