package io.partnerhub.billing.appropriation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import io.partnerhub.billing.BillingTest;
import io.partnerhub.billing.Books;
import io.partnerhub.billing.Given;
import io.partnerhub.billing.Partner;
import io.partnerhub.billing.ledger.Accounts;
import io.partnerhub.billing.ledger.EntryKind;
import io.partnerhub.billing.ledger.Ledger;
import io.partnerhub.billing.ledger.Movement;
import io.partnerhub.billing.ledger.Realm;
import io.partnerhub.platform.Ids;
import io.partnerhub.platform.money.Money;
import io.partnerhub.platform.problem.Problem;
import io.partnerhub.platform.testkit.HubClient;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Tag;
import org.springframework.http.HttpStatus;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/** A partner takes back only what its customer is not spending at that moment. */
@BillingTest
class ReclaimingWhileSpendingTests {

	private final HubClient client;

	private final Given given;

	private final Books books;

	private final Accounts accounts;

	private final Ledger ledger;

	private final TransactionTemplate transaction;

	ReclaimingWhileSpendingTests(HubClient client, Given given, Books books, Accounts accounts, Ledger ledger,
			TransactionTemplate transaction) {
		this.client = client;
		this.given = given;
		this.books = books;
		this.accounts = accounts;
		this.ledger = ledger;
		this.transaction = transaction;
	}

	@RepeatedTest(3)
	@Tag("ADJ-04")
	@Tag("I-16")
	void givesEveryCentAwayOnce() throws Exception {
		Partner partner = this.given.distributorWith("100.00");
		UUID customer = this.given.customerWith(partner, "100.00");
		List<Callable<Integer>> attempts = new ArrayList<>();
		for (int i = 0; i < 160; i++) {
			attempts.add(() -> reclaim(partner, customer));
			attempts.add(() -> spend(partner, customer));
		}
		List<Integer> answers = together(attempts);
		int taken = Collections.frequency(answers, 201);
		int spent = Collections.frequency(answers, 200);
		assertThat(answers).containsOnly(200, 201, 409);
		assertThat(taken + spent).isEqualTo(100);
		assertThat(this.books.customerHas(customer)).isEqualTo("0.00");
		assertThat(this.books.partnerHas(partner)).isEqualTo(taken + ".00");
		this.books.balance();
	}

	/** As clients do: 503 means that nothing was done, and is tried again. */
	private int reclaim(Partner partner, UUID customer) {
		Map<String, Object> body = Map.of("customerId", customer, "amount", Given.money("1.00"));
		int status = HttpStatus.SERVICE_UNAVAILABLE.value();
		for (int attempt = 0; attempt < 20 && status == HttpStatus.SERVICE_UNAVAILABLE.value(); attempt++) {
			status = this.client.as(partner.admin()).post("/api/v1/balance-reclamations", body).status();
		}
		return status;
	}

	/** As a charge will: out of the customer's account, under its lock. */
	private int spend(Partner partner, UUID customer) {
		Realm realm = new Realm(partner.tenant(), partner.id());
		try {
			this.transaction.executeWithoutResult((status) -> this.ledger.move(new Movement(Ids.next(),
					EntryKind.CORRECTION, realm, this.accounts.ofCustomer(realm, customer).id(),
					this.accounts.clearing(realm).id(), Money.of("1.00"))));
			return 200;
		}
		catch (Problem ex) {
			return ex.status().value();
		}
	}

	private static List<Integer> together(List<Callable<Integer>> attempts) throws InterruptedException {
		try (ExecutorService threads = Executors.newFixedThreadPool(64)) {
			return threads.invokeAll(attempts).stream().map(Future::resultNow).toList();
		}
	}

}
