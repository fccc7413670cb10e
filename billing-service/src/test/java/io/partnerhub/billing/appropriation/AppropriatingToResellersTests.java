package io.partnerhub.billing.appropriation;

import java.util.Map;
import java.util.UUID;

import io.partnerhub.billing.BillingTest;
import io.partnerhub.billing.Books;
import io.partnerhub.billing.Given;
import io.partnerhub.billing.Partner;
import io.partnerhub.contracts.BillingEvent.ResellerAppropriated;
import io.partnerhub.contracts.BillingEvent.ResellerBalanceReclaimed;
import io.partnerhub.contracts.CriticalOperation;
import io.partnerhub.contracts.PartnerType;
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

/** Distributors, their resellers, and these resellers' customers. */
@BillingTest
class AppropriatingToResellersTests {

	private static final String GIVE = "/api/v1/reseller-appropriations";

	private static final String TAKE = "/api/v1/reseller-balance-reclamations";

	private final HubClient client;

	private final Given given;

	private final Books books;

	private final Announced announced;

	private final MovableClock clock;

	AppropriatingToResellersTests(HubClient client, Given given, Books books, Announced announced, MovableClock clock) {
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
	@Tag("ADJ-06")
	void movesCashBetweenDistributorAndReseller() {
		Partner distributor = this.given.distributorWith("100.00");
		Partner reseller = this.given.resellerOf(distributor);
		this.announced.next();
		Answer refused = post(distributor.admin(), GIVE, reseller.id(), "100.01").refused(409,
				"ADJUST_BALANCE_INSUFFICIENT");
		assertThat(refused.text("/whose")).isEqualTo("PARTNER");
		Answer given = post(distributor.financeOperator(), GIVE, reseller.id(), "100.00").expect(201);
		assertThat(given.text("/resellerId")).isEqualTo(reseller.id().toString());
		assertThat(given.text("/customerId")).isEmpty();
		assertThat(this.announced.next(ResellerAppropriated.class)).hasSize(1);
		assertThat(this.books.partnerHas(reseller)).isEqualTo("100.00");
		assertThat(post(distributor.admin(), TAKE, reseller.id(), "100.01").refused(409, "ADJUST_BALANCE_INSUFFICIENT")
			.text("/whose")).isEqualTo("RESELLER");
		post(distributor.key(), TAKE, reseller.id(), "40.00").expect(201);
		assertThat(this.announced.next(ResellerBalanceReclaimed.class)).hasSize(1);
		assertThat(this.books.partnerHas(distributor)).isEqualTo("40.00");
	}

	@Test
	@Tag("ADJ-06")
	void takesBackNoMoreThanTheResellerStillHas() {
		Partner distributor = this.given.distributorWith("100.00");
		Partner reseller = this.given.resellerOf(distributor);
		post(distributor.admin(), GIVE, reseller.id(), "10.00").expect(201);
		this.given.customerWith(reseller, "7.00");
		Answer refused = post(distributor.admin(), TAKE, reseller.id(), "3.01").refused(409,
				"ADJUST_BALANCE_INSUFFICIENT");
		assertThat(refused.text("/available/amount")).isEqualTo("3.00");
		post(distributor.admin(), TAKE, reseller.id(), "3.00").expect(201);
	}

	@Test
	@Tag("ADJ-06")
	void knowsOnlyResellersOfItsOwn() {
		Partner distributor = this.given.distributorWith("100.00");
		Partner foreign = this.given.resellerOf(this.given.distributor());
		for (String path : java.util.List.of(GIVE, TAKE)) {
			for (UUID unknown : java.util.List.of(foreign.id(), distributor.id(), Ids.next())) {
				post(distributor.admin(), path, unknown, "1.00").refused(404, "NOT_FOUND");
			}
			post(this.given.resellerOf(distributor).admin(), path, foreign.id(), "1.00").refused(403, "ACCESS_DENIED");
			post(this.given.partner(PartnerType.SOLUTION_PROVIDER).admin(), path, foreign.id(), "1.00").refused(403,
					"ACCESS_DENIED");
			post(distributor.admin(), path, foreign.id(), "0.00").refused(400, "INVALID_REQUEST");
			post(distributor.admin(), path, foreign.id(), "1.001").refused(400, "INVALID_REQUEST");
		}
		assertThat(this.books.partnerHas(distributor)).isEqualTo("100.00");
	}

	@Test
	@Tag("ADJ-05")
	void usesTheResellersBalanceForTheResellersCustomer() {
		Partner distributor = this.given.distributorWith("100.00");
		Partner reseller = this.given.toppedUp(this.given.resellerOf(distributor), "10.00");
		UUID customer = this.given.resaleCustomer(reseller);
		Answer refused = forReseller(distributor.admin(), customer, reseller.id(), "10.01").refused(409,
				"ADJUST_BALANCE_INSUFFICIENT");
		assertThat(refused.text("/whose")).isEqualTo("RESELLER");
		forReseller(distributor.admin(), customer, reseller.id(), "10.00").expect(201);
		assertThat(this.books.partnerHas(distributor)).isEqualTo("100.00");
		assertThat(this.books.customerHas(customer)).isEqualTo("10.00");
		forReseller(distributor.admin(), customer, Ids.next(), "1.00").refused(404, "NOT_FOUND");
		forReseller(this.given.distributor().admin(), customer, reseller.id(), "1.00").refused(404, "NOT_FOUND");
		forReseller(reseller.admin(), customer, reseller.id(), "1.00").refused(404, "NOT_FOUND");
	}

	@Test
	@Tag("X-01")
	void asksForACodeOfItsOwn() {
		Partner distributor = this.given.distributorWith("100.00");
		Partner reseller = this.given.resellerOf(distributor);
		Caller careful = distributor.financeOperator().withCodeRequired(true);
		assertThat(post(careful, GIVE, reseller.id(), "1.00").refused(403, "VERIFICATION_REQUIRED").text("/operation"))
			.isEqualTo("ADJUST_RESELLER_ACCOUNT");
		this.client.as(careful)
			.with(Proofs.HEADER, TestKeys.proof(careful, CriticalOperation.ADJUST_RESELLER_ACCOUNT, this.clock))
			.post(GIVE, Map.of("resellerId", reseller.id(), "amount", Given.money("1.00")))
			.expect(201);
	}

	private Answer post(Caller caller, String path, UUID reseller, String amount) {
		return this.client.as(caller).post(path, Map.of("resellerId", reseller, "amount", Given.money(amount)));
	}

	private Answer forReseller(Caller caller, UUID customer, UUID reseller, String amount) {
		return this.client.as(caller)
			.post("/api/v1/appropriations",
					Map.of("customerId", customer, "indirectPartnerId", reseller, "amount", Given.money(amount)));
	}

}
