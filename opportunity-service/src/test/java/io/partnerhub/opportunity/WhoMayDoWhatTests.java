package io.partnerhub.opportunity;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import io.partnerhub.contracts.DataScope;
import io.partnerhub.contracts.PartnerType;
import io.partnerhub.contracts.Permission;
import io.partnerhub.contracts.Role;
import io.partnerhub.platform.Ids;
import io.partnerhub.platform.caller.Caller;
import io.partnerhub.platform.testkit.AccessMatrix;
import io.partnerhub.platform.testkit.Operation;
import org.junit.jupiter.api.Test;

import static io.partnerhub.platform.testkit.Operation.get;
import static io.partnerhub.platform.testkit.Operation.post;

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
			post("/api/v1/opportunities", REGISTERING, () -> A.registration(Ids.next()))
				.orRefused("OPPORTUNITY_SUPERVISOR_READ_ONLY"),
			get("/api/v1/opportunities", VIEWING), get("/api/v1/opportunities/{id}", VIEWING),
			post("/api/v1/opportunities/{id}/closure", REGISTERING, () -> Map.of("reason", "over"))
				.orRefused("OPPORTUNITY_SUPERVISOR_READ_ONLY"));

	private final AccessMatrix matrix;

	WhoMayDoWhatTests(AccessMatrix matrix) {
		this.matrix = matrix;
	}

	@Test
	void refusesWhoeverMayNot() {
		this.matrix.check(OPERATIONS, callers());
	}

	@Test
	void forgetsNoOperation() {
		this.matrix.checkComplete(OPERATIONS);
	}

	private static Map<String, Caller> callers() {
		UUID distributor = Ids.next();
		UUID provider = Ids.next();
		Map<String, Caller> callers = AccessMatrix.outsiders();
		callers.put("SYSTEM_ADMIN", A.administrator(distributor));
		callers.put("CUSTOMER_OPERATOR", member(distributor, distributor, PartnerType.DISTRIBUTOR));
		callers.put("FINANCE_OPERATOR", A.onlooker(distributor));
		callers.put("ACCOUNT_MANAGER", A.manager(distributor, Ids.next()));
		callers.put("ACCOUNT_MANAGER_SUPERVISOR", A.supervisor(distributor, Ids.next()));
		callers.put("PROVIDER", member(provider, provider, PartnerType.SOLUTION_PROVIDER));
		callers.put("RESELLER", member(distributor, Ids.next(), PartnerType.RESELLER));
		return callers;
	}

	private static Caller member(UUID tenant, UUID owner, PartnerType type) {
		return Caller.member("member", tenant, owner, type, Ids.next(), Set.of(Role.CUSTOMER_OPERATOR),
				Set.of(Permission.REGISTER_OPPORTUNITIES, Permission.VIEW_OPPORTUNITIES), DataScope.ALL);
	}

}
