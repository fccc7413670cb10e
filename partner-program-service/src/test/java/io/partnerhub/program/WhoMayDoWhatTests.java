package io.partnerhub.program;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.partnerhub.contracts.PartnerType;
import io.partnerhub.contracts.Role;
import io.partnerhub.platform.Ids;
import io.partnerhub.platform.caller.Caller;
import io.partnerhub.platform.testkit.AccessMatrix;
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
@ProgramTest
class WhoMayDoWhatTests {

	private static final Set<String> PARTNERS = Set.of("SYSTEM_ADMIN", "CUSTOMER_OPERATOR", "FINANCE_OPERATOR",
			"ACCOUNT_MANAGER", "ACCOUNT_MANAGER_SUPERVISOR", "PROVIDER", "RESELLER");

	private static final Set<String> ADMINISTRATORS = Set.of("SYSTEM_ADMIN", "PROVIDER", "RESELLER");

	private static final Set<String> VENDOR = Set.of("VENDOR");

	private static final Set<String> READERS = Set.of("VENDOR", "CUSTOMER", "SYSTEM_ADMIN", "CUSTOMER_OPERATOR",
			"FINANCE_OPERATOR", "ACCOUNT_MANAGER", "ACCOUNT_MANAGER_SUPERVISOR", "PROVIDER", "RESELLER");

	private static final Set<String> FIRST_TIER = Set.of("SYSTEM_ADMIN", "CUSTOMER_OPERATOR", "FINANCE_OPERATOR",
			"ACCOUNT_MANAGER", "ACCOUNT_MANAGER_SUPERVISOR", "PROVIDER");

	private static final Set<String> FIRST_TIER_AND_VENDOR = Set.of("VENDOR", "SYSTEM_ADMIN", "CUSTOMER_OPERATOR",
			"FINANCE_OPERATOR", "ACCOUNT_MANAGER", "ACCOUNT_MANAGER_SUPERVISOR", "PROVIDER");

	private static final Map<String, String> NAMES = Map.of("nameZh", "云硬盘", "nameEn", "Elastic Volume Service");

	private static final List<Operation> OPERATIONS = List.of(
			post("/api/v1/vendor/partners", VENDOR, () -> A.company(PartnerType.SOLUTION_PROVIDER)),
			get("/api/v1/vendor/partners", VENDOR),
			put("/api/v1/vendor/partners/{id}/status", VENDOR, () -> Map.of("status", "NORMAL")),
			post("/api/v1/vendor/credentials", VENDOR, () -> Map.of("customerId", Ids.next())),
			put("/api/v1/vendor/partners/{id}/association-types", VENDOR,
					() -> Map.of("allowedAssociationTypes", List.of("RESALE"))),
			put("/api/v1/partners/me/settings", ADMINISTRATORS,
					() -> Map.of("email", "a@b.example", "mobile", "13800000000", "verificationCodeRequired", false)),
			delete("/api/v1/vendor/credentials/{accessKey}", VENDOR), get("/api/v1/partners/me", PARTNERS),
			get("/api/v1/resellers", Set.of("SYSTEM_ADMIN", "CUSTOMER_OPERATOR")),
			post("/api/v1/members", ADMINISTRATORS, () -> A.person(Role.CUSTOMER_OPERATOR)),
			get("/api/v1/members", ADMINISTRATORS), get("/api/v1/members/{id}", ADMINISTRATORS),
			put("/api/v1/members/{id}", ADMINISTRATORS,
					() -> Map.of("displayName", "x", "roles", List.of("CUSTOMER_OPERATOR"))),
			delete("/api/v1/members/{id}", ADMINISTRATORS), post("/api/v1/credentials", ADMINISTRATORS, () -> ""),
			get("/api/v1/credentials", ADMINISTRATORS), delete("/api/v1/credentials/{accessKey}", ADMINISTRATORS),
			put("/api/v1/vendor/service-types/{code}", VENDOR, () -> NAMES),
			post("/api/v1/vendor/service-types", VENDOR,
					() -> Map.of("items",
							List.of(Map.of("code", "hws.service.type.ebs", "nameZh", "云硬盘", "nameEn", "EVS")))),
			get("/api/v1/service-types", READERS),
			post("/api/v1/vendor/incentive-policies", VENDOR,
					() -> Map.of("items",
							List.of(Map.of("serviceType", "none", "from", "2026-02", "policy", "ORDINARY",
									"discountAllowed", true)))),
			get("/api/v1/incentive-policies", FIRST_TIER_AND_VENDOR),
			get("/v2/products/incentive-discount-policies?time=2026-02", FIRST_TIER),
			get("/internal/members?issuer=x&subject=y", Set.of("SERVICE")),
			get("/internal/credentials/{accessKey}", Set.of("SERVICE")));

	private final AccessMatrix matrix;

	private final A a;

	WhoMayDoWhatTests(AccessMatrix matrix, A a) {
		this.matrix = matrix;
		this.a = a;
	}

	@Test
	void refusesWhoeverMayNot() {
		this.matrix.check(OPERATIONS, callers());
	}

	@Test
	void forgetsNoOperation() {
		this.matrix.checkComplete(OPERATIONS);
	}

	private Map<String, Caller> callers() {
		Caller distributor = this.a.partner(PartnerType.DISTRIBUTOR);
		Map<String, Caller> callers = AccessMatrix.outsiders();
		callers.put("SYSTEM_ADMIN", distributor);
		for (Role role : EnumSet.complementOf(EnumSet.of(Role.SYSTEM_ADMIN))) {
			callers.put(role.name(), this.a.member(distributor, role));
		}
		callers.put("PROVIDER", this.a.partner(PartnerType.SOLUTION_PROVIDER));
		callers.put("RESELLER", this.a.resellerOf(distributor));
		return callers;
	}

}
