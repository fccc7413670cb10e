package io.partnerhub.billing;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

import io.partnerhub.contracts.PartnerType;
import io.partnerhub.platform.Ids;
import io.partnerhub.platform.caller.Caller;
import io.partnerhub.platform.testkit.AccessMatrix;
import io.partnerhub.platform.testkit.HubClient;
import io.partnerhub.platform.testkit.Operation;
import org.junit.jupiter.api.Test;

import static io.partnerhub.platform.testkit.Operation.delete;
import static io.partnerhub.platform.testkit.Operation.get;
import static io.partnerhub.platform.testkit.Operation.post;
import static io.partnerhub.platform.testkit.Operation.put;

/**
 * Every operation against every kind of caller: the matrix of chapter 21 for this
 * service.
 */
@BillingTest
class WhoMayDoWhatTests {

	static final Set<String> PARTNERS = Set.of("SYSTEM_ADMIN", "CUSTOMER_OPERATOR", "FINANCE_OPERATOR",
			"ACCOUNT_MANAGER", "ACCOUNT_MANAGER_SUPERVISOR", "PROVIDER", "RESELLER");

	private static final Set<String> FIRST_TIER = Set.of("SYSTEM_ADMIN", "CUSTOMER_OPERATOR", "FINANCE_OPERATOR",
			"ACCOUNT_MANAGER", "ACCOUNT_MANAGER_SUPERVISOR", "PROVIDER");

	static final Set<String> SEEING_ALL = Set.of("SYSTEM_ADMIN", "CUSTOMER_OPERATOR", "FINANCE_OPERATOR", "PROVIDER",
			"RESELLER");

	static final Set<String> FIRST_TIER_SEEING_ALL = Set.of("SYSTEM_ADMIN", "CUSTOMER_OPERATOR", "FINANCE_OPERATOR",
			"PROVIDER");

	static final Set<String> APPROPRIATING = Set.of("SYSTEM_ADMIN", "FINANCE_OPERATOR", "PROVIDER", "RESELLER");

	private static final Set<String> FIRST_TIER_APPROPRIATING = Set.of("SYSTEM_ADMIN", "FINANCE_OPERATOR", "PROVIDER");

	private static final Set<String> DISTRIBUTOR_APPROPRIATING = Set.of("SYSTEM_ADMIN", "FINANCE_OPERATOR");

	private static final Set<String> MAIN_ACCOUNTS = Set.of("SYSTEM_ADMIN", "PROVIDER", "RESELLER");

	private static final List<Operation> OPERATIONS = List.of(get("/api/v1/accounts", PARTNERS),
			get("/api/v1/accounts/{id}/entries", SEEING_ALL), get("/api/v1/my/accounts", Set.of("CUSTOMER")),
			post("/api/v1/vendor/top-ups", Set.of("VENDOR"),
					() -> Map.of("amount", Given.money("1.00"), "partnerId", Ids.next(), "bankSerialNumber",
							Ids.next())),
			post("/api/v1/appropriations", APPROPRIATING, WhoMayDoWhatTests::transfer),
			get("/api/v1/appropriations", SEEING_ALL),
			post("/api/v1/appropriation-batches", APPROPRIATING, WhoMayDoWhatTests::batch),
			post("/api/v1/balance-reclamation-batches", APPROPRIATING, WhoMayDoWhatTests::batch),
			post("/api/v1/reseller-appropriations", DISTRIBUTOR_APPROPRIATING, WhoMayDoWhatTests::toReseller),
			post("/api/v1/reseller-balance-reclamations", DISTRIBUTOR_APPROPRIATING, WhoMayDoWhatTests::toReseller),
			put("/api/v1/vendor/credit-lines/{id}", Set.of("VENDOR"), () -> Map.of("limit", Given.money("1.00"))),
			post("/api/v1/vendor/account-postings", Set.of("VENDOR"),
					() -> Map.of("partnerId", Ids.next(), "kind", "BONUS", "amount", Given.money("1.00"),
							"transactionId", Ids.next())),
			post("/api/v1/vendor/entries/{id}/reversal", Set.of("VENDOR")),
			post("/v2/accounts/partner-accounts/indirect-partner-adjust", DISTRIBUTOR_APPROPRIATING,
					() -> Map.of("indirect_partner_id", Ids.next(), "amount", 1)),
			post("/v2/accounts/partner-accounts/indirect-partner-reclaim", DISTRIBUTOR_APPROPRIATING,
					() -> Map.of("indirect_partner_id", Ids.next(), "amount", 1)),
			post("/api/v1/balance-reclamations", APPROPRIATING, WhoMayDoWhatTests::transfer),
			post("/api/v1/appropriation-exports", SEEING_ALL,
					() -> Map.of("from", "2026-01-01T00:00:00Z", "to", "2026-02-01T00:00:00Z")),
			get("/api/v1/appropriation-exports", SEEING_ALL), get("/api/v1/appropriation-exports/{id}", SEEING_ALL),
			get("/api/v1/appropriation-exports/{id}/file", SEEING_ALL), get("/api/v1/balance-alert", SEEING_ALL),
			put("/api/v1/balance-alert", SEEING_ALL, () -> Map.of("threshold", Given.money("1.00"))),
			delete("/api/v1/balance-alert", SEEING_ALL), get("/api/v1/vendor/trial-balance", Set.of("VENDOR")),
			get("/api/v1/vendor/ledger-differences", Set.of("VENDOR")),
			get("/v2/accounts/partner-accounts/balances", FIRST_TIER),
			post("/v2/accounts/customer-accounts/balances/batch-query", FIRST_TIER_SEEING_ALL,
					() -> Map.of("customer_infos", List.of(Map.of("customer_id", Ids.next())))),
			get("/v2/accounts/customer-accounts/balances", Set.of("CUSTOMER")),
			get("/v2/accounts/partner-accounts/account-change-records?balance_type=BALANCE_TYPE_DEBIT",
					FIRST_TIER_SEEING_ALL),
			get("/v2/accounts/customer-accounts/account-change-records?balance_type=BALANCE_TYPE_DEBIT",
					Set.of("CUSTOMER")),
			post("/v2/accounts/partner-accounts/adjust-amount", FIRST_TIER_APPROPRIATING,
					() -> Map.of("customer_id", Ids.next(), "amount", 1)),
			post("/v2/accounts/partner-accounts/reclaim", FIRST_TIER_APPROPRIATING,
					() -> Map.of("customer_id", Ids.next(), "amount", 1)),
			get("/v3/accounts/partner-accounts/adjust-records", FIRST_TIER_SEEING_ALL),
			get("/api/v1/invoice-files/{id}", SEEING_ALL),
			post("/api/v1/invoice-files", APPROPRIATING, () -> "%PDF-1.7"),
			post("/api/v1/vendor/invoice-files", Set.of("VENDOR"), () -> "%PDF-1.7"),
			post("/api/v1/vendor/invoiceable-amounts", Set.of("VENDOR"), WhoMayDoWhatTests::consumed),
			get("/api/v1/my/invoiceable-amounts", Set.of("CUSTOMER", "RESELLER")),
			get("/api/v1/customer-invoiceable-amounts?receiverId=" + Ids.next(), SEEING_ALL),
			post("/api/v1/my/invoices", Set.of("CUSTOMER", "RESELLER"), WhoMayDoWhatTests::wish),
			get("/api/v1/my/invoices", Set.of("CUSTOMER", "RESELLER")),
			get("/api/v1/my/invoices/{id}/file", Set.of("CUSTOMER", "RESELLER")),
			post("/api/v1/my/invoices/{id}/cancellation", Set.of("CUSTOMER", "RESELLER")),
			get("/api/v1/customer-invoices", SEEING_ALL), get("/api/v1/customer-invoices/{id}", SEEING_ALL),
			get("/api/v1/customer-invoices/{id}/file", SEEING_ALL),
			post("/api/v1/customer-invoices/{id}/issuance", APPROPRIATING, WhoMayDoWhatTests::issuance),
			post("/api/v1/customer-invoices/{id}/refusal", APPROPRIATING, WhoMayDoWhatTests::reason),
			post("/api/v1/customer-invoices/{id}/delivery", APPROPRIATING, () -> Map.of("way", "by mail")),
			post("/api/v1/customer-invoices/{id}/correction", APPROPRIATING,
					() -> Map.of("invoice", issuance(), "reason", "wrong")),
			post("/api/v1/customer-invoices/{id}/return", APPROPRIATING, WhoMayDoWhatTests::reason),
			get("/api/v1/payment-orders", SEEING_ALL), get("/api/v1/payment-orders/{id}", SEEING_ALL),
			post("/api/v1/payment-orders/{id}/invoices", APPROPRIATING, () -> Map.of("invoices", List.of(issuance()))),
			post("/api/v1/vendor/payment-orders", Set.of("VENDOR"),
					() -> Map.of("partnerId", Ids.next(), "number", Ids.next(), "amount", Given.money("1.00"),
							"taxRate", "6.00")),
			get("/api/v1/vendor/payment-orders", Set.of("VENDOR")),
			get("/api/v1/vendor/incentive-invoices/{id}/file", Set.of("VENDOR")),
			post("/api/v1/vendor/payment-orders/{id}/approval", Set.of("VENDOR")),
			post("/api/v1/vendor/payment-orders/{id}/refusal", Set.of("VENDOR"), WhoMayDoWhatTests::reason),
			post("/api/v1/account-statements", SEEING_ALL,
					() -> Map.of("from", "2026-02-01T00:00:00Z", "to", "2026-03-01T00:00:00Z", "format", "CSV")),
			get("/api/v1/account-statements", SEEING_ALL), get("/api/v1/account-statements/{id}", SEEING_ALL),
			get("/api/v1/account-statements/{id}/file", SEEING_ALL), get("/api/v1/withdrawable-amount", MAIN_ACCOUNTS),
			get("/api/v1/top-up-flows", MAIN_ACCOUNTS), get("/api/v1/withdrawals", MAIN_ACCOUNTS),
			get("/api/v1/withdrawals/{id}", MAIN_ACCOUNTS),
			post("/api/v1/withdrawals/{id}/cancellation", MAIN_ACCOUNTS),
			delete("/api/v1/withdrawals/{id}", MAIN_ACCOUNTS), get("/api/v1/vendor/withdrawals", Set.of("VENDOR")),
			get("/api/v1/vendor/withdrawals/{id}", Set.of("VENDOR")),
			post("/api/v1/vendor/withdrawals/{id}/approval", Set.of("VENDOR")),
			post("/api/v1/vendor/withdrawals/{id}/rejection", Set.of("VENDOR"), () -> Map.of("reason", "no")),
			post("/api/v1/vendor/bank-results", Set.of("VENDOR"),
					() -> Map.of("instructionId", Ids.next(), "outcome", "PAID")),
			post("/api/v1/vendor/unposted-flows", Set.of("VENDOR"),
					() -> Map.of("partnerId", Ids.next(), "reference", Ids.next(), "kind", "METERED_CHARGE", "amount",
							Given.money("1.00"))),
			post("/api/v1/vendor/unposted-flows/{reference}/posting", Set.of("VENDOR")),
			put("/api/v1/vendor/payees/{partnerId}", Set.of("VENDOR"),
					() -> Map.of("verifiedName", "n", "verified", true, "refundable", true, "signingEntity", "e")),
			put("/api/v1/vendor/top-ups/{id}/invoiced-amount", Set.of("VENDOR"),
					() -> Map.of("amount", Given.money("1.00"))),
			put("/api/v1/vendor/top-ups/{id}/incentive", Set.of("VENDOR"), () -> Map.of("step", "APPROVED")),
			post("/api/v1/top-up-claims", MAIN_ACCOUNTS,
					() -> Map.of("bankSerialNumber", Ids.next(), "amount", Given.money("1.00"), "payerName", "n")),
			get("/api/v1/top-up-claims", MAIN_ACCOUNTS), get("/api/v1/top-up-claims/{id}", MAIN_ACCOUNTS),
			get("/api/v1/dedicated-account", MAIN_ACCOUNTS), get("/api/v1/vendor/top-up-claims", Set.of("VENDOR")),
			post("/api/v1/vendor/top-up-claims/{id}/rejection", Set.of("VENDOR"), () -> Map.of("reason", "no")),
			post("/api/v1/vendor/incoming-transfers", Set.of("VENDOR"),
					() -> Map.of("bankSerialNumber", Ids.next(), "amount", Given.money("1.00"), "payerName", "n",
							"payerAccountNo", "1")),
			post("/api/v1/vendor/payment-agreements", Set.of("VENDOR"),
					() -> Map.of("partnerId", Ids.next(), "payerName", "n")),
			get("/api/v1/owed-invoices", SEEING_ALL),
			post("/api/v1/owed-invoices/{id}/offset", APPROPRIATING, () -> Map.of("orderId", Ids.next())),
			post("/api/v1/vendor/owed-invoices", Set.of("VENDOR"),
					() -> Map.of("partnerId", Ids.next(), "reference", Ids.next(), "invoiceNumber", "FP-1", "reason",
							"RECEIPT_WITHDRAWN", "taxRate", "6.00", "signingEntity", "华为云", "amount",
							Given.money("1.00"))),
			post("/api/v1/vendor/billed-orders", Set.of("VENDOR"),
					() -> Map.of("partnerId", Ids.next(), "orderNumber", Ids.next(), "taxRate", "6.00", "signingEntity",
							"华为云", "amount", Given.money("1.00"))),
			post("/api/v1/vendor/billed-order-refunds", Set.of("VENDOR"),
					() -> Map.of("partnerId", Ids.next(), "orderNumber", Ids.next(), "reference", Ids.next(), "amount",
							Given.money("1.00"))),
			get("/api/v1/invoiceable-orders", SEEING_ALL),
			post("/api/v1/invoices", APPROPRIATING,
					() -> Map.of("orderIds", List.of(Ids.next()), "title",
							Map.of("kind", "PERSONAL", "name", "Li Lei"))),
			get("/api/v1/invoices", SEEING_ALL), get("/api/v1/invoices/{id}", SEEING_ALL),
			get("/api/v1/invoices/{id}/file", SEEING_ALL), post("/api/v1/invoices/{id}/submission", APPROPRIATING),
			post("/api/v1/invoices/{id}/receipt", APPROPRIATING),
			post("/api/v1/invoices/{id}/revocation", APPROPRIATING),
			post("/api/v1/invoices/{id}/return", APPROPRIATING, WhoMayDoWhatTests::reason),
			get("/api/v1/vendor/invoices", Set.of("VENDOR")),
			post("/api/v1/vendor/invoices/{id}/approval", Set.of("VENDOR")),
			post("/api/v1/vendor/invoices/{id}/rejection", Set.of("VENDOR"), WhoMayDoWhatTests::reason),
			post("/api/v1/vendor/invoices/{id}/issuance", Set.of("VENDOR"), WhoMayDoWhatTests::issuance),
			post("/api/v1/vendor/invoices/{id}/tax-office-state", Set.of("VENDOR"), () -> Map.of("confirmed", true)),
			post("/api/v1/vendor/invoices/{id}/revocation-approval", Set.of("VENDOR")),
			post("/api/v1/vendor/invoices/{id}/revocation-refusal", Set.of("VENDOR"), WhoMayDoWhatTests::reason),
			post("/api/v1/vendor/invoices/{id}/return-approval", Set.of("VENDOR")),
			post("/api/v1/vendor/invoices/{id}/return-refusal", Set.of("VENDOR"), WhoMayDoWhatTests::reason),
			get("/api/v1/incentives", FIRST_TIER_SEEING_ALL), get("/api/v1/incentives/{id}", FIRST_TIER_SEEING_ALL),
			get("/api/v1/incentives/{id}/lines", FIRST_TIER_SEEING_ALL),
			post("/api/v1/incentives/{id}/confirmation", FIRST_TIER_APPROPRIATING),
			post("/api/v1/vendor/incentives", Set.of("VENDOR"), WhoMayDoWhatTests::incentive),
			put("/api/v1/vendor/payout-facts/{partnerId}", Set.of("VENDOR"),
					() -> Map.of("businessInfoCertified", true, "taxRate", "6.00")),
			post("/api/v1/incentive-payouts", FIRST_TIER_APPROPRIATING,
					() -> Map.of("mode", "ACCOUNT", "items", List.of(Map.of("incentiveId", Ids.next())))),
			get("/api/v1/incentive-payouts", FIRST_TIER_SEEING_ALL),
			get("/api/v1/incentive-payouts/{id}", FIRST_TIER_SEEING_ALL),
			get("/api/v1/incentive-auto-apply", FIRST_TIER_SEEING_ALL),
			put("/api/v1/incentive-auto-apply", FIRST_TIER_APPROPRIATING,
					() -> Map.of("enabled", true, "mode", "ACCOUNT")),
			get("/api/v1/vendor/incentive-payouts", Set.of("VENDOR")),
			post("/api/v1/vendor/incentive-payouts/{id}/acceptance", Set.of("VENDOR")),
			post("/api/v1/vendor/incentive-payouts/{id}/payment", Set.of("VENDOR")),
			post("/api/v1/vendor/incentive-payouts/{id}/rejection", Set.of("VENDOR"), WhoMayDoWhatTests::reason),
			post("/api/v1/vendor/incentive-payouts/{id}/repetition", Set.of("VENDOR")),
			get("/internal/disassociation-checks?customerId=" + Ids.next() + "&partnerId=" + Ids.next(),
					Set.of("SERVICE")),
			get("/internal/association-checks?customerId=" + Ids.next() + "&partnerId=" + Ids.next(),
					Set.of("SERVICE")));

	/** Asked of people only with a code, of access keys without. */
	private static final List<Operation> WITH_CODE = List.of(
			post("/api/v1/withdrawals", MAIN_ACCOUNTS, () -> Map.of("type", "ORIGINAL", "amount", Given.money("1.00"))),
			post("/api/v1/dedicated-account", MAIN_ACCOUNTS));

	private final AccessMatrix matrix;

	private final HubClient client;

	private final Given given;

	WhoMayDoWhatTests(AccessMatrix matrix, HubClient client, Given given) {
		this.matrix = matrix;
		this.client = client;
		this.given = given;
	}

	@Test
	void refusesWhoeverMayNot() {
		Partner distributor = this.given.distributor();
		String account = this.client.as(distributor.admin()).get("/api/v1/accounts").text("/items/0/id");
		Map<String, Caller> callers = callers(distributor);
		this.matrix.check(OPERATIONS, callers, account);
		this.matrix.check(ConsumptionOperations.ALL, callers, account);
		this.matrix.check(OrderOperations.ALL, callers, account);
		MAIN_ACCOUNTS.forEach((name) -> callers.computeIfPresent(name, (same, person) -> key(person)));
		this.matrix.check(WITH_CODE, callers, account);
	}

	@Test
	void forgetsNoOperation() {
		this.matrix.checkComplete(Stream.of(OPERATIONS, WITH_CODE, ConsumptionOperations.ALL, OrderOperations.ALL)
			.flatMap(List::stream)
			.toList());
	}

	private Map<String, Caller> callers(Partner distributor) {
		Map<String, Caller> callers = AccessMatrix.outsiders();
		callers.put("SYSTEM_ADMIN", distributor.admin());
		callers.put("CUSTOMER_OPERATOR", distributor.customerOperator());
		callers.put("FINANCE_OPERATOR", distributor.financeOperator());
		callers.put("ACCOUNT_MANAGER", distributor.accountManager());
		callers.put("ACCOUNT_MANAGER_SUPERVISOR", distributor.supervisor());
		callers.put("PROVIDER", this.given.partner(PartnerType.SOLUTION_PROVIDER).admin());
		callers.put("RESELLER", this.given.resellerOf(distributor).admin());
		return callers;
	}

	private static Map<String, Object> incentive() {
		return Map.of("partnerId", Ids.next(), "number", Ids.next(), "stage", "BILL", "period", "2026-02", "model",
				"ADVISORY", "amount", Given.money("1.00"), "productTaxRate", "6.00");
	}

	private static Map<String, Object> batch() {
		return Map.of("items", List.of(Map.of("amount", Given.money("1.00"), "customerId", Ids.next())));
	}

	private static Map<String, Object> toReseller() {
		return Map.of("amount", Given.money("1.00"), "resellerId", Ids.next());
	}

	/** The access key of a person's partner. */
	private static Caller key(Caller person) {
		return new Partner(person.tenant(), person.owner(), Objects.requireNonNull(person.partnerType())).key();
	}

	private static Map<String, Object> transfer() {
		return Map.of("amount", Given.money("1.00"), "customerId", Ids.next(), "transactionId", Ids.next());
	}

	private static Map<String, Object> reason() {
		return Map.of("reason", "wrong title");
	}

	private static Map<String, Object> wish() {
		return Map.of("amount", Given.money("1.00"), "taxRate", "6.00", "title",
				Map.of("kind", "PERSONAL", "name", "Li Lei"));
	}

	private static Map<String, Object> issuance() {
		return Map.of("number", "26317000000012345678", "amount", Given.money("1.00"), "taxRate", "6.00", "fileId",
				Ids.next());
	}

	private static Map<String, Object> consumed() {
		return Map.of("reference", Ids.next(), "partnerId", Ids.next(), "customerId", Ids.next(), "taxRate", "6.00",
				"kind", "CONSUMED", "amount", Given.money("1.00"));
	}

}
