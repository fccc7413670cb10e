package io.partnerhub.billing.appropriation;

import java.util.Map;
import java.util.UUID;

import io.partnerhub.billing.BillingTest;
import io.partnerhub.billing.Books;
import io.partnerhub.billing.Given;
import io.partnerhub.billing.Partner;
import io.partnerhub.contracts.CriticalOperation;
import io.partnerhub.platform.caller.Caller;
import io.partnerhub.platform.proof.Proofs;
import io.partnerhub.platform.testkit.HubClient;
import io.partnerhub.platform.testkit.HubClient.Answer;
import io.partnerhub.platform.testkit.MovableClock;
import io.partnerhub.platform.testkit.TestKeys;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Moving money asks for a code where the partner has switched codes on. */
@BillingTest
@Tag("X-01")
class AskingForCodesTests {

	private final HubClient client;

	private final Given given;

	private final Books books;

	private final MovableClock clock;

	AskingForCodesTests(HubClient client, Given given, Books books, MovableClock clock) {
		this.client = client;
		this.given = given;
		this.books = books;
		this.clock = clock;
	}

	@ParameterizedTest
	@ValueSource(strings = { "/api/v1/appropriations", "/api/v1/balance-reclamations" })
	void movesMoneyWithAProofOnly(String path) {
		Partner partner = this.given.distributorWith("800.00");
		UUID customer = this.given.customerWith(partner, "100.00");
		Caller careful = partner.financeOperator().withCodeRequired(true);
		assertThat(move(careful, "", path, customer, "10.00").refused(403, "VERIFICATION_REQUIRED").text("/operation"))
			.isEqualTo("ADJUST_CUSTOMER_ACCOUNT");
		move(careful, TestKeys.proof(partner.financeOperator(), CriticalOperation.ADJUST_CUSTOMER_ACCOUNT, this.clock),
				path, customer, "10.00")
			.refused(403, "VERIFICATION_CODE_INVALID");
		assertThat(this.books.customerHas(customer)).isEqualTo("100.00");
		String proof = TestKeys.proof(careful, CriticalOperation.ADJUST_CUSTOMER_ACCOUNT, this.clock);
		move(careful, proof, path, customer, "5000.00").expect(409);
		move(careful, proof, path, customer, "10.00").expect(201);
		assertThat(
				move(careful, proof, path, customer, "10.00").refused(403, "VERIFICATION_CODE_INVALID").text("/reason"))
			.isEqualTo("USED");
	}

	@ParameterizedTest
	@CsvSource({ "adjust-amount", "reclaim" })
	void leavesNoWayAroundOnTheVendorCompatibleFace(String operation) {
		Partner partner = this.given.distributorWith("800.00");
		UUID customer = this.given.customerWith(partner, "100.00");
		String path = "/v2/accounts/partner-accounts/" + operation;
		Map<String, Object> body = Map.of("customer_id", customer, "amount", 10);
		Caller careful = partner.financeOperator().withCodeRequired(true);
		this.client.as(careful).post(path, body).refused(403, "CBC.0151");
		this.client.as(careful)
			.with(Proofs.HEADER, TestKeys.proof(careful, CriticalOperation.ADJUST_CUSTOMER_ACCOUNT, this.clock))
			.post(path, body)
			.expect(200);
		this.client.as(partner.key()).post(path, body).expect(200);
	}

	private Answer move(Caller caller, String proof, String path, UUID customer, String amount) {
		return this.client.as(caller)
			.with(Proofs.HEADER, proof)
			.post(path, Map.of("customerId", customer, "amount", Given.money(amount)));
	}

}
