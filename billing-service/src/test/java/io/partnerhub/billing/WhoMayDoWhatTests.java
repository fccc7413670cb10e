package io.partnerhub.billing;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import io.partnerhub.contracts.PartnerType;
import io.partnerhub.platform.Ids;
import io.partnerhub.platform.caller.Caller;
import io.partnerhub.platform.testkit.HubClient;
import io.partnerhub.platform.testkit.HubClient.Answer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Every operation against every kind of caller: the matrix of chapter 21 for this
 * service.
 */
@BillingTest
class WhoMayDoWhatTests {

	private static final Set<String> PARTNERS = Set.of("SYSTEM_ADMIN", "CUSTOMER_OPERATOR", "FINANCE_OPERATOR",
			"ACCOUNT_MANAGER", "ACCOUNT_MANAGER_SUPERVISOR", "PROVIDER", "RESELLER");

	private static final Set<String> FIRST_TIER = Set.of("SYSTEM_ADMIN", "CUSTOMER_OPERATOR", "FINANCE_OPERATOR",
			"ACCOUNT_MANAGER", "ACCOUNT_MANAGER_SUPERVISOR", "PROVIDER");

	private static final Set<String> SEEING_ALL = Set.of("SYSTEM_ADMIN", "CUSTOMER_OPERATOR", "FINANCE_OPERATOR",
			"PROVIDER", "RESELLER");

	private static final Set<String> APPROPRIATING = Set.of("SYSTEM_ADMIN", "FINANCE_OPERATOR", "PROVIDER", "RESELLER");

	private static final List<Operation> OPERATIONS = List.of(new Operation("GET", "/api/v1/accounts", PARTNERS),
			new Operation("GET", "/api/v1/accounts/{id}/entries", SEEING_ALL),
			new Operation("GET", "/api/v1/my/accounts", Set.of("CUSTOMER")),
			new Operation("POST", "/api/v1/vendor/top-ups", Set.of("VENDOR")),
			new Operation("POST", "/api/v1/appropriations", APPROPRIATING),
			new Operation("GET", "/api/v1/appropriations", SEEING_ALL),
			new Operation("POST", "/api/v1/balance-reclamations", APPROPRIATING),
			new Operation("GET", "/v2/accounts/partner-accounts/balances", FIRST_TIER),
			new Operation("POST", "/v2/accounts/partner-accounts/adjust-amount",
					Set.of("SYSTEM_ADMIN", "FINANCE_OPERATOR", "PROVIDER")),
			new Operation("POST", "/v2/accounts/partner-accounts/reclaim",
					Set.of("SYSTEM_ADMIN", "FINANCE_OPERATOR", "PROVIDER")),
			new Operation("GET", "/v3/accounts/partner-accounts/adjust-records",
					Set.of("SYSTEM_ADMIN", "CUSTOMER_OPERATOR", "FINANCE_OPERATOR", "PROVIDER")),
			new Operation("GET", "/internal/disassociation-checks", Set.of("SERVICE")));

	private final Map<String, Caller> callers = new LinkedHashMap<>();

	private final HubClient client;

	private final Given given;

	private final RequestMappingHandlerMapping mappings;

	private String account = "";

	WhoMayDoWhatTests(HubClient client, Given given,
			@Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping mappings) {
		this.client = client;
		this.given = given;
		this.mappings = mappings;
	}

	@BeforeEach
	void gather() {
		Partner distributor = this.given.distributor();
		this.callers.put("SYSTEM_ADMIN", distributor.admin());
		this.callers.put("CUSTOMER_OPERATOR", distributor.customerOperator());
		this.callers.put("FINANCE_OPERATOR", distributor.financeOperator());
		this.callers.put("ACCOUNT_MANAGER", distributor.accountManager());
		this.callers.put("ACCOUNT_MANAGER_SUPERVISOR", distributor.supervisor());
		this.callers.put("PROVIDER", this.given.partner(PartnerType.SOLUTION_PROVIDER).admin());
		this.callers.put("RESELLER", this.given.resellerOf(distributor).admin());
		this.callers.put("VENDOR", Given.VENDOR);
		this.callers.put("CUSTOMER", Caller.customer("customer", Ids.next()));
		this.callers.put("IDENTITY", Caller.identity("somebody", "https://id.example", "somebody", null));
		this.callers.put("ANONYMOUS", Caller.anonymous());
		this.callers.put("SERVICE", Caller.service("customer-service"));
		this.account = this.client.as(distributor.admin()).get("/api/v1/accounts").text("/items/0/id");
	}

	@Test
	void refusesWhoeverMayNot() {
		for (Operation operation : OPERATIONS) {
			this.callers.forEach((name, caller) -> {
				Answer answer = call(operation, this.client.as(caller));
				if (operation.allowed().contains(name)) {
					assertThat(answer.status()).as("%s as %s", operation, name).isNotIn(401, 403, 500);
				}
				else {
					assertThat(answer.status()).as("%s as %s", operation, name).isEqualTo(403);
				}
			});
			call(operation, this.client.asNobody()).expect(401);
		}
	}

	@Test
	void forgetsNoOperation() {
		Set<String> paths = new TreeSet<>();
		this.mappings.getHandlerMethods().forEach((mapping, method) -> {
			if (method.getBeanType().getPackageName().startsWith("io.partnerhub.billing")) {
				mapping.getPatternValues()
					.forEach((path) -> mapping.getMethodsCondition()
						.getMethods()
						.forEach((verb) -> paths.add(verb + " " + path)));
			}
		});
		assertThat(OPERATIONS).extracting((operation) -> operation.method() + " " + operation.path())
			.containsExactlyInAnyOrderElementsOf(paths);
	}

	private Answer call(Operation operation, HubClient.As as) {
		String target = operation.path().replace("{id}", this.account);
		return operation.method().equals("GET") ? as.get(target + operation.query())
				: as.post(target, operation.body());
	}

	/** An operation and those who may use it. */
	private record Operation(String method, String path, Set<String> allowed) {

		String query() {
			return this.path.startsWith("/internal/") ? "?customerId=" + Ids.next() + "&partnerId=" + Ids.next() : "";
		}

		Object body() {
			if (this.path.startsWith("/v2/")) {
				return Map.of("customer_id", Ids.next(), "amount", 1);
			}
			return Map.of("amount", Given.money("1.00"), this.path.endsWith("/top-ups") ? "partnerId" : "customerId",
					Ids.next(), this.path.endsWith("/top-ups") ? "bankSerialNumber" : "transactionId", Ids.next());
		}

	}

}
