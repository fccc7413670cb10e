package io.partnerhub.billing.appropriation;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;

import io.partnerhub.billing.BillingTest;
import io.partnerhub.billing.Books;
import io.partnerhub.billing.Given;
import io.partnerhub.billing.Partner;
import io.partnerhub.contracts.AssociationType;
import io.partnerhub.contracts.BillingEvent.CustomerAppropriated;
import io.partnerhub.contracts.CriticalOperation;
import io.partnerhub.platform.Ids;
import io.partnerhub.platform.caller.Caller;
import io.partnerhub.platform.proof.Proofs;
import io.partnerhub.platform.testkit.Announced;
import io.partnerhub.platform.testkit.HubClient;
import io.partnerhub.platform.testkit.HubClient.Answer;
import io.partnerhub.platform.testkit.MovableClock;
import io.partnerhub.platform.testkit.TestKeys;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

@BillingTest
@Tag("ADJ-03")
class AdjustingManyTests {

	private static final String APPROPRIATE = "/api/v1/appropriation-batches";

	private static final String RECLAIM = "/api/v1/balance-reclamation-batches";

	private final HubClient client;

	private final Given given;

	private final Books books;

	private final Announced announced;

	private final MovableClock clock;

	AdjustingManyTests(HubClient client, Given given, Books books, Announced announced, MovableClock clock) {
		this.client = client;
		this.given = given;
		this.books = books;
		this.announced = announced;
		this.clock = clock;
	}

	@AfterEach
	void booksBalance() {
		this.books.balance();
	}

	@Test
	@Tag("X-12")
	void servesWhomItCanAndTellsWhyNotTheOthers() {
		Partner partner = this.given.distributorWith("25.00");
		UUID one = this.given.resaleCustomer(partner);
		UUID advisory = this.given.customer(partner, AssociationType.ADVISORY);
		UUID stranger = Ids.next();
		UUID two = this.given.resaleCustomer(partner);
		UUID three = this.given.resaleCustomer(partner);
		this.announced.next();
		Answer answer = post(partner.admin(), APPROPRIATE, List.of(item(one, "10.00"), item(advisory, "1.00"),
				item(stranger, "1.00"), item(two, "15.01"), item(three, "15.00")))
			.expect(200);
		assertThat(answer.json().at("/adjusted")).extracting((each) -> each.at("/customerId").asString())
			.containsExactly(one.toString(), three.toString());
		assertThat(answer.json().at("/refused")).extracting((each) -> each.at("/code").asString())
			.containsExactly("ADJUST_MODEL_NOT_RESALE", "NOT_FOUND", "ADJUST_BALANCE_INSUFFICIENT");
		assertThat(this.announced.next(CustomerAppropriated.class)).hasSize(2);
		assertThat(this.books.partnerHas(partner)).isEqualTo("0.00");
	}

	@Test
	void takesBackFromMany() {
		Partner partner = this.given.distributorWith("100.00");
		List<UUID> customers = IntStream.range(0, 3).mapToObj((i) -> this.given.customerWith(partner, "5.00")).toList();
		Answer answer = post(partner.admin(), RECLAIM,
				List.of(item(customers.get(0), "5.00"), item(customers.get(1), "5.01"), item(customers.get(2), "1.00")))
			.expect(200);
		assertThat(answer.json().at("/adjusted")).hasSize(2);
		assertThat(answer.json().at("/refused")).hasSize(1);
		assertThat(this.books.partnerHas(partner)).isEqualTo("91.00");
	}

	@Test
	void takesUpToOneHundredEachOnce() {
		Partner partner = this.given.distributorWith("100.00");
		UUID customer = this.given.resaleCustomer(partner);
		List<Map<String, Object>> many = IntStream.range(0, 101).mapToObj((i) -> item(Ids.next(), "0.01")).toList();
		post(partner.admin(), APPROPRIATE, many).refused(400, "INVALID_REQUEST");
		assertThat(post(partner.admin(), APPROPRIATE, many.subList(0, 100)).expect(200).json().at("/refused"))
			.hasSize(100);
		post(partner.admin(), APPROPRIATE, List.of()).refused(400, "INVALID_REQUEST");
		post(partner.admin(), APPROPRIATE, List.of(item(customer, "1.00"), item(customer, "1.00"))).refused(400,
				"INVALID_REQUEST");
		post(partner.admin(), APPROPRIATE, List.of(item(customer, "1.001"))).refused(400, "INVALID_REQUEST");
		assertThat(this.books.customerHas(customer)).isEqualTo("0.00");
	}

	@Test
	@Tag("X-14")
	void repeatsItsAnswerAndKnowsUsedTransactionIds() {
		Partner partner = this.given.distributorWith("100.00");
		Map<String, Object> item = Map.of("customerId", this.given.resaleCustomer(partner), "amount",
				Given.money("1.00"), "transactionId", Ids.next());
		HubClient.As keyed = this.client.as(partner.admin()).with("Idempotency-Key", Ids.next().toString());
		Map<String, Object> body = Map.of("items", List.of(item));
		String first = keyed.post(APPROPRIATE, body).expect(200).text("/adjusted/0/id");
		assertThat(keyed.post(APPROPRIATE, body).expect(200).text("/adjusted/0/id")).isEqualTo(first);
		assertThat(post(partner.admin(), APPROPRIATE, List.of(item)).expect(200).text("/refused/0/code"))
			.isEqualTo("ADJUST_TRANSACTION_DUPLICATE");
		assertThat(this.books.partnerHas(partner)).isEqualTo("99.00");
	}

	@Test
	@Tag("X-01")
	void asksForOneCode() {
		Partner partner = this.given.distributorWith("100.00");
		List<Map<String, Object>> items = List.of(item(this.given.resaleCustomer(partner), "1.00"),
				item(this.given.resaleCustomer(partner), "1.00"));
		Caller careful = partner.financeOperator().withCodeRequired(true);
		post(careful, APPROPRIATE, items).refused(403, "VERIFICATION_REQUIRED");
		Answer answer = this.client.as(careful)
			.with(Proofs.HEADER, TestKeys.proof(careful, CriticalOperation.ADJUST_CUSTOMER_ACCOUNT, this.clock))
			.post(APPROPRIATE, Map.of("items", items))
			.expect(200);
		assertThat(answer.json().at("/adjusted")).hasSize(2);
	}

	private Answer post(Caller caller, String path, List<Map<String, Object>> items) {
		return this.client.as(caller).post(path, Map.of("items", items));
	}

	private static Map<String, Object> item(UUID customer, String amount) {
		return Map.of("customerId", customer, "amount", Given.money(amount));
	}

}
