package io.partnerhub.program;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.partnerhub.contracts.PartnerType;
import io.partnerhub.contracts.Role;
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
@ProgramTest
class WhoMayDoWhatTests {

	private static final Set<String> PARTNERS = Set.of("SYSTEM_ADMIN", "CUSTOMER_OPERATOR", "FINANCE_OPERATOR",
			"ACCOUNT_MANAGER", "ACCOUNT_MANAGER_SUPERVISOR", "PROVIDER", "RESELLER");

	private static final Set<String> ADMINISTRATORS = Set.of("SYSTEM_ADMIN", "PROVIDER", "RESELLER");

	private static final String SOME_ID = "01890000-0000-7000-8000-000000000001";

	private static final List<Operation> OPERATIONS = List.of(
			new Operation("POST", "/api/v1/vendor/partners", Set.of("VENDOR")),
			new Operation("GET", "/api/v1/vendor/partners", Set.of("VENDOR")),
			new Operation("PUT", "/api/v1/vendor/partners/{id}/status", Set.of("VENDOR")),
			new Operation("POST", "/api/v1/vendor/credentials", Set.of("VENDOR")),
			new Operation("DELETE", "/api/v1/vendor/credentials/{accessKey}", Set.of("VENDOR")),
			new Operation("GET", "/api/v1/partners/me", PARTNERS),
			new Operation("GET", "/api/v1/resellers", Set.of("SYSTEM_ADMIN", "CUSTOMER_OPERATOR")),
			new Operation("POST", "/api/v1/members", ADMINISTRATORS),
			new Operation("GET", "/api/v1/members", ADMINISTRATORS),
			new Operation("GET", "/api/v1/members/{id}", ADMINISTRATORS),
			new Operation("PUT", "/api/v1/members/{id}", ADMINISTRATORS),
			new Operation("DELETE", "/api/v1/members/{id}", ADMINISTRATORS),
			new Operation("POST", "/api/v1/credentials", ADMINISTRATORS),
			new Operation("GET", "/api/v1/credentials", ADMINISTRATORS),
			new Operation("DELETE", "/api/v1/credentials/{accessKey}", ADMINISTRATORS));

	private final Map<String, Caller> callers = new LinkedHashMap<>();

	private final HubClient client;

	private final A a;

	private final RequestMappingHandlerMapping mappings;

	WhoMayDoWhatTests(HubClient client, A a,
			@Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping mappings) {
		this.client = client;
		this.a = a;
		this.mappings = mappings;
	}

	@BeforeEach
	void gather() {
		Caller distributor = this.a.partner(PartnerType.DISTRIBUTOR);
		this.callers.put("SYSTEM_ADMIN", distributor);
		for (Role role : EnumSet.complementOf(EnumSet.of(Role.SYSTEM_ADMIN))) {
			this.callers.put(role.name(), this.a.member(distributor, role));
		}
		this.callers.put("PROVIDER", this.a.partner(PartnerType.SOLUTION_PROVIDER));
		this.callers.put("RESELLER", this.a.resellerOf(distributor));
		this.callers.put("VENDOR", A.VENDOR);
		this.callers.put("CUSTOMER", Caller.customer("customer", Ids.next()));
		this.callers.put("IDENTITY", Caller.identity("somebody", A.ISSUER, "somebody", null));
		this.callers.put("ANONYMOUS", Caller.anonymous());
		this.callers.put("SERVICE", Caller.service("coupon-service"));
	}

	@Test
	void refusesWhoeverMayNot() {
		for (Operation operation : OPERATIONS) {
			this.callers.forEach((name, caller) -> {
				Answer answer = operation.call(this.client.as(caller));
				if (operation.allowed().contains(name)) {
					assertThat(answer.status()).as("%s as %s", operation, name).isNotIn(401, 403);
				}
				else {
					answer.refused(403, "ACCESS_DENIED");
				}
			});
			operation.call(this.client.asNobody()).refused(401, "UNAUTHENTICATED");
		}
	}

	@Test
	void forgetsNoOperation() {
		Set<String> paths = new java.util.TreeSet<>();
		this.mappings.getHandlerMethods()
			.keySet()
			.forEach((mapping) -> mapping.getPatternValues()
				.stream()
				.filter((path) -> path.startsWith("/api/"))
				.forEach((path) -> mapping.getMethodsCondition()
					.getMethods()
					.forEach((method) -> paths.add(method + " " + path))));
		assertThat(OPERATIONS).extracting((operation) -> operation.method() + " " + operation.path())
			.containsExactlyInAnyOrderElementsOf(paths);
	}

	/** An operation and those who may use it. */
	private record Operation(String method, String path, Set<String> allowed) {

		Answer call(HubClient.As as) {
			String target = this.path.replaceAll("\\{\\w+}", SOME_ID);
			return switch (this.method) {
				case "GET" -> as.get(target);
				case "POST" -> as.post(target, body());
				case "PUT" -> as.with("If-Match", "\"1\"").put(target, body());
				default -> as.delete(target);
			};
		}

		private Object body() {
			return switch (this.path) {
				case "/api/v1/vendor/partners" -> A.company(PartnerType.SOLUTION_PROVIDER);
				case "/api/v1/vendor/partners/{id}/status" -> Map.of("status", "NORMAL");
				case "/api/v1/vendor/credentials" -> Map.of("customerId", Ids.next());
				case "/api/v1/members" -> A.person(Role.CUSTOMER_OPERATOR);
				case "/api/v1/members/{id}" -> Map.of("displayName", "x", "roles", List.of("CUSTOMER_OPERATOR"));
				default -> "";
			};
		}

	}

}
