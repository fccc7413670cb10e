package io.partnerhub.billing.appropriation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import io.partnerhub.billing.BillingTest;
import io.partnerhub.billing.Books;
import io.partnerhub.billing.Given;
import io.partnerhub.billing.Partner;
import io.partnerhub.contracts.AssociationType;
import io.partnerhub.platform.Ids;
import io.partnerhub.platform.money.Money;
import io.partnerhub.platform.testkit.Hears;
import io.partnerhub.platform.testkit.HubClient;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.RepeatedTest;

import org.springframework.http.HttpStatus;

import static org.assertj.core.api.Assertions.assertThat;

@BillingTest
class ConcurrentAppropriatingTests {

	private static final String APPROPRIATE = "/api/v1/appropriations";

	private static final String RECLAIM = "/api/v1/balance-reclamations";

	private final HubClient client;

	private final Given given;

	private final Hears hears;

	private final Books books;

	ConcurrentAppropriatingTests(HubClient client, Given given, Hears hears, Books books) {
		this.client = client;
		this.given = given;
		this.hears = hears;
		this.books = books;
	}

	@RepeatedTest(3)
	@Tag("ADJ-02")
	@Tag("I-16")
	void neverSpendsMoreThanThePartnerHas() throws Exception {
		Partner partner = this.given.distributorWith("1000.00");
		List<UUID> customers = IntStream.range(0, 8).mapToObj((i) -> this.given.resaleCustomer(partner)).toList();
		List<Callable<Integer>> attempts = new ArrayList<>();
		for (int i = 0; i < 320; i++) {
			UUID customer = customers.get(i % customers.size());
			attempts.add(() -> post(partner, APPROPRIATE, customer, "10.00"));
		}
		List<Integer> answers = together(attempts);
		assertThat(answers).containsOnly(201, 409);
		assertThat(Collections.frequency(answers, 201)).isEqualTo(100);
		assertThat(this.books.partnerHas(partner)).isEqualTo("0.00");
		this.books.balance();
	}

	@RepeatedTest(3)
	@Tag("ADJ-04")
	@Tag("I-14")
	void crossesAppropriationsAndReclaimsWithoutDeadlock() throws Exception {
		Partner partner = this.given.distributorWith("100.00");
		List<UUID> customers = IntStream.range(0, 3)
			.mapToObj((i) -> this.given.customerWith(partner, "20.00"))
			.toList();
		List<Callable<Integer>> attempts = new ArrayList<>();
		for (int i = 0; i < 320; i++) {
			UUID customer = customers.get(i % customers.size());
			String path = (i % 2 == 0) ? APPROPRIATE : RECLAIM;
			attempts.add(() -> post(partner, path, customer, "7.00"));
		}
		assertThat(together(attempts)).isSubsetOf(201, 409).contains(201);
		this.books.balance();
	}

	@RepeatedTest(3)
	@Tag("ADJ-04")
	@Tag("I-16")
	void neverTakesBackMoreThanTheCustomerHas() throws Exception {
		Partner partner = this.given.distributorWith("1000.00");
		UUID customer = this.given.customerWith(partner, "100.00");
		List<Integer> answers = together(Collections.nCopies(320, () -> post(partner, RECLAIM, customer, "1.00")));
		assertThat(answers).containsOnly(201, 409);
		assertThat(Collections.frequency(answers, 201)).isEqualTo(100);
		assertThat(this.books.customerHas(customer)).isEqualTo("0.00");
		this.books.balance();
	}

	@RepeatedTest(3)
	@Tag("X-14")
	@Tag("ADJ-08")
	void doesTheSameAppropriationOnce() throws Exception {
		Partner partner = this.given.distributorWith("1000.00");
		UUID customer = this.given.resaleCustomer(partner);
		Map<String, Object> body = Map.of("customerId", customer, "amount", Given.money("1.00"), "transactionId",
				Ids.next());
		String key = Ids.next().toString();
		List<Callable<Integer>> attempts = new ArrayList<>();
		for (int i = 0; i < 320; i++) {
			HubClient.As admin = this.client.as(partner.admin());
			HubClient.As caller = (i % 2 == 0) ? admin : admin.with("Idempotency-Key", key);
			attempts.add(() -> caller.post(APPROPRIATE, body).status());
		}
		assertThat(together(attempts)).containsOnly(201, 409);
		assertThat(this.books.customerHas(customer)).isEqualTo("1.00");
		this.books.balance();
	}

	@RepeatedTest(3)
	@Tag("ADJ-06")
	@Tag("I-16")
	void neverPassesMoreToResellersThanThereIs() throws Exception {
		Partner distributor = this.given.distributorWith("100.00");
		List<Partner> resellers = IntStream.range(0, 4).mapToObj((i) -> this.given.resellerOf(distributor)).toList();
		List<Callable<Integer>> attempts = new ArrayList<>();
		for (int i = 0; i < 320; i++) {
			Map<String, Object> body = Map.of("resellerId", resellers.get(i % 4).id(), "amount", Given.money("5.00"));
			String path = (i % 5 == 4) ? "/api/v1/reseller-balance-reclamations" : "/api/v1/reseller-appropriations";
			attempts.add(() -> retried(distributor, path, body));
		}
		assertThat(together(attempts)).containsOnly(201, 409);
		long all = resellers.stream().mapToLong((each) -> Money.of(this.books.partnerHas(each)).minor()).sum();
		assertThat(all + Money.of(this.books.partnerHas(distributor)).minor()).isEqualTo(10000);
		this.books.balance();
	}

	@RepeatedTest(3)
	@Tag("ADJ-03")
	@Tag("I-16")
	void neverSpendsMoreByBatchesAndIntegratorsTogether() throws Exception {
		Partner partner = this.given.distributorWith("100.00");
		List<UUID> customers = IntStream.range(0, 4).mapToObj((i) -> this.given.resaleCustomer(partner)).toList();
		Map<String, Object> batch = Map.of("items",
				customers.stream().map((id) -> Map.of("customerId", id, "amount", Given.money("1.00"))).toList());
		List<Callable<Integer>> attempts = new ArrayList<>();
		for (int i = 0; i < 320; i++) {
			UUID customer = customers.get(i % 4);
			Map<String, Object> single = Map.of("customer_id", customer, "amount", 1);
			attempts.add((i % 2 == 0) ? () -> retried(partner, "/api/v1/appropriation-batches", batch)
					: () -> retried(partner, "/v2/accounts/partner-accounts/adjust-amount", single));
		}
		assertThat(together(attempts)).isSubsetOf(200, 400).contains(200);
		assertThat(this.books.partnerHas(partner)).isEqualTo("0.00");
		this.books.balance();
	}

	@RepeatedTest(5)
	@Tag("ADJ-01")
	@Tag("DIS-09")
	void leavesNothingBehindWhenTheLinkEndsMeanwhile() throws Exception {
		Partner partner = this.given.distributorWith("1000.00");
		UUID customer = this.given.customerWith(partner, "5.00");
		CountDownLatch underWay = new CountDownLatch(15);
		List<Callable<Integer>> attempts = new ArrayList<>();
		for (int i = 0; i < 240; i++) {
			String path = (i % 4 == 3) ? RECLAIM : APPROPRIATE;
			attempts.add(() -> {
				int status = post(partner, path, customer, "1.00");
				underWay.countDown();
				return status;
			});
		}
		for (int i = 0; i < 2; i++) {
			attempts.add(0, () -> {
				underWay.await();
				this.hears.event(Given.disassociated(partner, customer, 1, AssociationType.RESALE), Ids.next());
				return 200;
			});
		}
		assertThat(together(attempts)).isSubsetOf(200, 201, 404, 409).contains(200, 201, 404);
		assertThat(this.books.customerHas(customer)).isEqualTo("0.00");
		assertThat(this.books.partnerHas(partner)).isEqualTo("1000.00");
		assertThat(this.books.number("select count(*) from balance_return where customer_id = '" + customer + "'"))
			.isEqualTo(1);
		assertThat(this.books.number("""
				select count(*) from outbox
				where type = 'customer-balance.returned.v1' and key = '%s'""".formatted(customer))).isEqualTo(1);
		this.books.balance();
	}

	@RepeatedTest(3)
	@Tag("DIS-11")
	@Tag("DIS-14")
	void leavesNothingWithTheEndedLinkWhenTheCustomerMovesMeanwhile() throws Exception {
		Partner partner = this.given.distributorWith("1000.00");
		Partner reseller = this.given.resellerOf(partner);
		UUID customer = this.given.customerWith(partner, "5.00");
		UUID switching = this.given.customerWith(partner, "5.00");
		CountDownLatch underWay = new CountDownLatch(15);
		List<Callable<Integer>> attempts = new ArrayList<>();
		for (int i = 0; i < 160; i++) {
			UUID whom = (i % 2 == 0) ? customer : switching;
			attempts.add(() -> {
				int status = post(partner, APPROPRIATE, whom, "1.00");
				underWay.countDown();
				return status;
			});
		}
		attempts.add(0, () -> {
			underWay.await();
			this.hears.event(Given.moved(partner, reseller, customer, 1));
			this.hears.event(Given.switched(partner, switching, 1, AssociationType.ADVISORY));
			return 200;
		});
		assertThat(together(attempts)).isSubsetOf(200, 201, 404, 409).contains(200, 201);
		assertThat(this.books.customerHas(customer)).isEqualTo("0.00");
		assertThat(this.books.customerHas(switching)).isEqualTo("0.00");
		assertThat(this.books.partnerHas(partner)).isEqualTo("1000.00");
		this.books.balance();
	}

	/** As clients do: 503 means that nothing was done, and is tried again. */
	private int post(Partner partner, String path, UUID customer, String amount) {
		return retried(partner, path, Map.of("customerId", customer, "amount", Given.money(amount)));
	}

	private int retried(Partner partner, String path, Map<String, Object> body) {
		int status = HttpStatus.SERVICE_UNAVAILABLE.value();
		for (int attempt = 0; attempt < 20 && status == HttpStatus.SERVICE_UNAVAILABLE.value(); attempt++) {
			status = this.client.as(partner.admin()).post(path, body).status();
		}
		return status;
	}

	private static List<Integer> together(List<Callable<Integer>> attempts) throws InterruptedException {
		try (ExecutorService threads = Executors.newFixedThreadPool(64)) {
			return threads.invokeAll(attempts).stream().map(Future::resultNow).toList();
		}
	}

}
