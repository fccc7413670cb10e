package io.partnerhub.opportunity;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

import io.partnerhub.contracts.DataScope;
import io.partnerhub.contracts.PartnerType;
import io.partnerhub.contracts.Permission;
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
@OpportunityTest
class WhoMayDoWhatTests {

	private static final Set<String> VIEWING = Set.of("SYSTEM_ADMIN", "CUSTOMER_OPERATOR", "ACCOUNT_MANAGER",
			"ACCOUNT_MANAGER_SUPERVISOR", "PROVIDER", "RESELLER");

	private static final Set<String> REGISTERING = Set.of("SYSTEM_ADMIN", "CUSTOMER_OPERATOR", "ACCOUNT_MANAGER",
			"PROVIDER", "RESELLER");

	private static final List<Operation> OPERATIONS = List.of(
			new Operation("POST", "/api/v1/opportunities", REGISTERING),
			new Operation("GET", "/api/v1/opportunities", VIEWING),
			new Operation("GET", "/api/v1/opportunities/{id}", VIEWING),
			new Operation("POST", "/api/v1/opportunities/{id}/closure", REGISTERING));

	private final Map<String, Caller> callers = new LinkedHashMap<>();

	private final HubClient client;

	private final RequestMappingHandlerMapping mappings;

	WhoMayDoWhatTests(HubClient client,
			@Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping mappings) {
		this.client = client;
		this.mappings = mappings;
	}

	@BeforeEach
	void gather() {
		UUID distributor = Ids.next();
		UUID provider = Ids.next();
		this.callers.put("SYSTEM_ADMIN", A.administrator(distributor));
		this.callers.put("CUSTOMER_OPERATOR", member(distributor, distributor, PartnerType.DISTRIBUTOR));
		this.callers.put("FINANCE_OPERATOR", A.onlooker(distributor));
		this.callers.put("ACCOUNT_MANAGER", A.manager(distributor, Ids.next()));
		this.callers.put("ACCOUNT_MANAGER_SUPERVISOR", A.supervisor(distributor, Ids.next()));
		this.callers.put("PROVIDER", member(provider, provider, PartnerType.SOLUTION_PROVIDER));
		this.callers.put("RESELLER", member(distributor, Ids.next(), PartnerType.RESELLER));
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
			if (method.getBeanType().getPackageName().startsWith("io.partnerhub.opportunity")) {
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
		String target = operation.path().replace("{id}", Ids.next().toString());
		return operation.method().equals("GET") ? as.get(target) : as.post(target, operation.body());
	}

	private static Caller member(UUID tenant, UUID owner, PartnerType type) {
		return Caller.member("member", tenant, owner, type, Ids.next(), Set.of(Role.CUSTOMER_OPERATOR),
				Set.of(Permission.REGISTER_OPPORTUNITIES, Permission.VIEW_OPPORTUNITIES), DataScope.ALL);
	}

	/** An operation and those who may use it. */
	private record Operation(String method, String path, Set<String> allowed) {

		Object body() {
			return this.path.endsWith("/closure") ? Map.of("reason", "over") : A.registration(Ids.next());
		}

	}

}
