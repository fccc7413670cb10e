package io.partnerhub.customer;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import io.partnerhub.contracts.AssociationType;
import io.partnerhub.contracts.DataScope;
import io.partnerhub.contracts.Permission;
import io.partnerhub.contracts.Role;
import io.partnerhub.platform.Ids;
import io.partnerhub.platform.caller.Caller;
import io.partnerhub.platform.testkit.HubClient;
import io.partnerhub.platform.testkit.HubClient.Answer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Every operation against every kind of caller: the matrix of chapter 21 for this
 * service.
 */
class WhoMayDoWhatTests extends CustomerScenario {

	private static final Set<String> VIEWING = Set.of("SYSTEM_ADMIN", "CUSTOMER_OPERATOR", "FINANCE_OPERATOR",
			"ACCOUNT_MANAGER", "ACCOUNT_MANAGER_SUPERVISOR", "PROVIDER", "RESELLER");

	private static final Set<String> DEVELOPING = Set.of("SYSTEM_ADMIN", "CUSTOMER_OPERATOR", "ACCOUNT_MANAGER",
			"PROVIDER", "RESELLER");

	private static final Set<String> FIRST_TIER_DEVELOPING = Set.of("SYSTEM_ADMIN", "CUSTOMER_OPERATOR",
			"ACCOUNT_MANAGER", "PROVIDER");

	private static final Set<String> SIDES = Set.of("SYSTEM_ADMIN", "PROVIDER", "RESELLER", "CUSTOMER");

	private static final Set<String> EVERYBODY = Set.of("SYSTEM_ADMIN", "CUSTOMER_OPERATOR", "FINANCE_OPERATOR",
			"ACCOUNT_MANAGER", "ACCOUNT_MANAGER_SUPERVISOR", "PROVIDER", "RESELLER", "VENDOR", "CUSTOMER", "IDENTITY",
			"ANONYMOUS", "SERVICE");

	private static final List<Operation> OPERATIONS = List.of(
			new Operation("POST", "/api/v1/pre-registrations", DEVELOPING),
			new Operation("GET", "/api/v1/pre-registrations", VIEWING),
			new Operation("GET", "/api/v1/pre-registrations/{id}", VIEWING),
			new Operation("DELETE", "/api/v1/pre-registrations/{id}", DEVELOPING),
			new Operation("POST", "/api/v1/invitations", DEVELOPING),
			new Operation("POST", "/api/v1/invitations/preview", DEVELOPING),
			new Operation("GET", "/api/v1/invitations", VIEWING),
			new Operation("GET", "/api/v1/invitations/{id}", VIEWING),
			new Operation("GET", "/api/v1/invitations/by-token/{token}", EVERYBODY),
			new Operation("POST", "/api/v1/invitations/acceptances", Set.of("CUSTOMER", "IDENTITY")),
			new Operation("GET", "/api/v1/customers", VIEWING), new Operation("GET", "/api/v1/customers/{id}", VIEWING),
			new Operation("GET", "/api/v1/my/partner", Set.of("CUSTOMER")),
			new Operation("GET", "/api/v1/customers/{id}/disassociation-checks", SIDES),
			new Operation("POST", "/api/v1/disassociations", SIDES),
			new Operation("GET", "/api/v1/disassociations", with(VIEWING, "CUSTOMER")),
			new Operation("GET", "/api/v1/disassociations/{id}", with(VIEWING, "CUSTOMER")),
			new Operation("POST", "/api/v1/disassociations/{id}/consent", SIDES),
			new Operation("POST", "/api/v1/disassociations/{id}/refusal", SIDES),
			new Operation("POST", "/api/v1/disassociations/{id}/withdrawal", SIDES),
			new Operation("POST", "/v2/partners/sub-customers", FIRST_TIER_DEVELOPING),
			new Operation("POST", "/v2/partners/sub-customers/query",
					Set.of("SYSTEM_ADMIN", "CUSTOMER_OPERATOR", "FINANCE_OPERATOR", "ACCOUNT_MANAGER",
							"ACCOUNT_MANAGER_SUPERVISOR", "PROVIDER")),
			new Operation("POST", "/v2/partners/sub-customers/users/check-identity", FIRST_TIER_DEVELOPING),
			new Operation("GET", "/internal/customers", Set.of("SERVICE")));

	private final Map<String, Caller> callers = new LinkedHashMap<>();

	@Autowired
	@Qualifier("requestMappingHandlerMapping")
	private RequestMappingHandlerMapping mappings;

	@BeforeEach
	void gather() {
		Partner distributor = distributor();
		this.callers.put("SYSTEM_ADMIN", distributor.admin());
		this.callers.put("CUSTOMER_OPERATOR", distributor.operator());
		this.callers.put("FINANCE_OPERATOR",
				Caller.member("finance", distributor.tenant(), distributor.id(), distributor.type(), Ids.next(),
						Set.of(Role.FINANCE_OPERATOR), Set.of(Permission.VIEW_CUSTOMERS), DataScope.ALL));
		this.callers.put("ACCOUNT_MANAGER", distributor.manager(Ids.next()));
		this.callers.put("ACCOUNT_MANAGER_SUPERVISOR", distributor.supervisor(Ids.next()));
		this.callers.put("PROVIDER", partner().admin());
		this.callers.put("RESELLER", resellerOf(distributor).admin());
		this.callers.put("VENDOR", Caller.vendor("vendor"));
		this.callers.put("CUSTOMER", Caller.customer("customer", Ids.next()));
		this.callers.put("IDENTITY", Caller.identity("somebody", "https://id.example", "somebody", null));
		this.callers.put("ANONYMOUS", Caller.anonymous());
		this.callers.put("SERVICE", Caller.service("customer-service"));
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
			if (method.getBeanType().getPackageName().startsWith("io.partnerhub.customer")) {
				mapping.getPatternValues()
					.forEach((path) -> mapping.getMethodsCondition()
						.getMethods()
						.forEach((verb) -> paths.add(verb + " " + path)));
			}
		});
		assertThat(OPERATIONS).extracting((operation) -> operation.method() + " " + operation.path())
			.containsExactlyInAnyOrderElementsOf(paths);
	}

	private static Answer call(Operation operation, HubClient.As as) {
		String target = operation.path().replaceAll("\\{\\w+}", Ids.next().toString());
		return switch (operation.method()) {
			case "GET" -> as.get(target + (target.startsWith("/internal/") ? "?issuer=x&subject=y" : ""));
			case "DELETE" -> as.delete(target);
			default -> as.post(target, operation.body());
		};
	}

	private static Set<String> with(Set<String> names, String name) {
		Set<String> all = new TreeSet<>(names);
		all.add(name);
		return all;
	}

	/** An operation and those who may use it. */
	private record Operation(String method, String path, Set<String> allowed) {

		Object body() {
			return switch (this.path) {
				case "/api/v1/pre-registrations" -> prospect(address());
				case "/api/v1/invitations", "/api/v1/invitations/preview" ->
					wish(Ids.next().toString(), AssociationType.RESALE);
				case "/api/v1/invitations/acceptances" -> acceptance("no-such-token");
				case "/api/v1/disassociations" ->
					Map.of("customerId", Ids.next(), "reason", "moving on", "understood", true);
				case "/v2/partners/sub-customers" -> Map.of("xaccount_id", Ids.next(), "xaccount_type", "SHOP");
				case "/v2/partners/sub-customers/users/check-identity" ->
					Map.of("search_type", "name", "search_value", "somebody");
				default -> Map.of();
			};
		}

	}

}
