package io.partnerhub.customer;

import java.util.List;
import java.util.Map;
import java.util.Set;

import io.partnerhub.contracts.AssociationType;
import io.partnerhub.contracts.DataScope;
import io.partnerhub.contracts.Permission;
import io.partnerhub.contracts.Role;
import io.partnerhub.platform.Ids;
import io.partnerhub.platform.caller.Caller;
import io.partnerhub.platform.testkit.AccessMatrix;
import io.partnerhub.platform.testkit.Operation;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import static io.partnerhub.platform.testkit.Operation.delete;
import static io.partnerhub.platform.testkit.Operation.get;
import static io.partnerhub.platform.testkit.Operation.post;
import static io.partnerhub.platform.testkit.Operation.put;

/**
 * Every operation against every kind of caller: the matrix of chapter 21 for this
 * service.
 */
class WhoMayDoWhatTests extends CustomerScenario {

	private static final Set<String> VIEWING = Set.of("SYSTEM_ADMIN", "CUSTOMER_OPERATOR", "FINANCE_OPERATOR",
			"ACCOUNT_MANAGER", "ACCOUNT_MANAGER_SUPERVISOR", "PROVIDER", "RESELLER");

	private static final Set<String> VIEWING_OR_CUSTOMER = Set.of("SYSTEM_ADMIN", "CUSTOMER_OPERATOR",
			"FINANCE_OPERATOR", "ACCOUNT_MANAGER", "ACCOUNT_MANAGER_SUPERVISOR", "PROVIDER", "RESELLER", "CUSTOMER");

	private static final Set<String> DEVELOPING = Set.of("SYSTEM_ADMIN", "CUSTOMER_OPERATOR", "ACCOUNT_MANAGER",
			"PROVIDER", "RESELLER");

	/** Account managers, and whoever may assign customers. */
	private static final Set<String> LINKING = Set.of("SYSTEM_ADMIN", "ACCOUNT_MANAGER", "PROVIDER", "RESELLER");

	private static final Set<String> FIRST_TIER_VIEWING = Set.of("SYSTEM_ADMIN", "CUSTOMER_OPERATOR",
			"FINANCE_OPERATOR", "ACCOUNT_MANAGER", "ACCOUNT_MANAGER_SUPERVISOR", "PROVIDER");

	private static final Set<String> FIRST_TIER_DEVELOPING = Set.of("SYSTEM_ADMIN", "CUSTOMER_OPERATOR",
			"ACCOUNT_MANAGER", "PROVIDER");

	private static final Set<String> SIDES = Set.of("SYSTEM_ADMIN", "PROVIDER", "RESELLER", "CUSTOMER");

	private static final Set<String> EVERYBODY = Set.of("SYSTEM_ADMIN", "CUSTOMER_OPERATOR", "FINANCE_OPERATOR",
			"ACCOUNT_MANAGER", "ACCOUNT_MANAGER_SUPERVISOR", "PROVIDER", "RESELLER", "VENDOR", "CUSTOMER", "IDENTITY",
			"ANONYMOUS", "SERVICE");

	private static final List<Operation> OPERATIONS = List.of(
			post("/api/v1/pre-registrations", DEVELOPING, () -> prospect(address())),
			get("/api/v1/pre-registrations", VIEWING), get("/api/v1/pre-registrations/{id}", VIEWING),
			delete("/api/v1/pre-registrations/{id}", DEVELOPING),
			post("/api/v1/pre-registrations/deletions", DEVELOPING, () -> Map.of("ids", List.of(Ids.next()))),
			get("/api/v1/vendor/pre-registrations", Set.of("VENDOR")),
			get("/api/v1/vendor/pre-registrations/{id}", Set.of("VENDOR")),
			post("/api/v1/vendor/pre-registrations/{id}/approval", Set.of("VENDOR")),
			post("/api/v1/vendor/pre-registrations/{id}/rejection", Set.of("VENDOR"), () -> Map.of("reason", "no")),
			post("/api/v1/invitations", DEVELOPING, () -> wish(Ids.next().toString(), AssociationType.RESALE)),
			post("/api/v1/invitations/preview", DEVELOPING, () -> wish(Ids.next().toString(), AssociationType.RESALE)),
			post("/api/v1/invitations/batches", DEVELOPING,
					() -> Map.of("preRegistrationIds", List.of(Ids.next()), "associationType", AssociationType.RESALE)),
			post("/api/v1/invitations/{id}/resending", DEVELOPING),
			post("/api/v1/invitations/{id}/cancellation", DEVELOPING), get("/api/v1/invitations", VIEWING),
			get("/api/v1/invitations/{id}", VIEWING),
			post("/api/v1/invitation-links", LINKING,
					() -> Map.of("associationType", AssociationType.RESALE, "channel", "OFFLINE_LINK")),
			get("/api/v1/invitation-links", VIEWING), get("/api/v1/invitation-links/{id}", VIEWING),
			get("/api/v1/invitation-links/{id}/qr-code", VIEWING), delete("/api/v1/invitation-links/{id}", DEVELOPING),
			get("/api/v1/customers/{id}/association-evidence", VIEWING),
			get("/api/v1/invitations/by-token/{token}", EVERYBODY),
			post("/api/v1/invitations/acceptances", Set.of("CUSTOMER", "IDENTITY"), () -> acceptance("no-such-token")),
			post("/api/v1/vendor/customer-facts", Set.of("VENDOR"),
					() -> Map.of("facts", List.of(Map.of("accountName", "acme", "asOf", "2026-03-01T00:00:00Z")))),
			post("/api/v1/vendor/customer-resources", Set.of("VENDOR"), () -> Map.of("resources",
					List.of(Map.of("resourceId", "vm-of-nobody", "customerId", Ids.next(), "chargingMode",
							"PAY_PER_USE", "state", "IN_USE", "serviceTypeCode", "hws.service.type.ec2", "regionCode",
							"cn-north-4", "effectiveAt", "2026-02-01T00:00:00Z", "asOf", "2026-02-21T00:00:00Z")))),
			get("/api/v1/customers", VIEWING), get("/api/v1/customers/{id}", VIEWING),
			get("/api/v1/customers/{id}/resources", VIEWING),
			get("/api/v1/customers/reveal-records", Set.of("SYSTEM_ADMIN", "PROVIDER", "RESELLER")),
			put("/api/v1/customers/{id}/label", DEVELOPING, () -> Map.of("label", "VIP")),
			post("/v2/partners/sub-customers/new-customers-tags/batch-query", FIRST_TIER_VIEWING),
			get("/api/v1/my/partner", Set.of("CUSTOMER")),
			get("/api/v1/pre-registrations/{id}/association-checks?associationType=RESALE", VIEWING),
			get("/api/v1/invitations/by-token/{token}/association-checks", Set.of("CUSTOMER", "IDENTITY")),
			get("/api/v1/customers/{id}/association-checks?associationType=RESALE", VIEWING_OR_CUSTOMER),
			get("/api/v1/association-records", VIEWING_OR_CUSTOMER),
			get("/api/v1/customers/{id}/disassociation-checks", SIDES).orRefused("ADMIN_ONLY"),
			post("/api/v1/disassociations", SIDES,
					() -> Map.of("customerId", Ids.next(), "reason", "moving on", "understood", true))
				.orRefused("ADMIN_ONLY"),
			get("/api/v1/disassociations", VIEWING_OR_CUSTOMER),
			get("/api/v1/disassociations/{id}", VIEWING_OR_CUSTOMER),
			post("/api/v1/disassociations/{id}/consent", SIDES).orRefused("ADMIN_ONLY"),
			post("/api/v1/disassociations/{id}/refusal", SIDES).orRefused("ADMIN_ONLY"),
			post("/api/v1/disassociations/{id}/withdrawal", SIDES).orRefused("ADMIN_ONLY"),
			get("/api/v1/customers/{id}/model-switch-checks", SIDES).orRefused("ADMIN_ONLY"),
			post("/api/v1/model-switches", SIDES,
					() -> Map.of("customerId", Ids.next(), "reason", "own invoices", "understood", true))
				.orRefused("ADMIN_ONLY"),
			get("/api/v1/model-switches", VIEWING_OR_CUSTOMER), get("/api/v1/model-switches/{id}", VIEWING_OR_CUSTOMER),
			post("/api/v1/model-switches/{id}/consent", SIDES).orRefused("ADMIN_ONLY"),
			post("/api/v1/model-switches/{id}/refusal", SIDES).orRefused("ADMIN_ONLY"),
			post("/api/v1/model-switches/{id}/withdrawal", SIDES).orRefused("ADMIN_ONLY"),
			get("/api/v1/customers/{id}/transfer-checks?toPartnerId=" + Ids.next(), Set.of("SYSTEM_ADMIN"))
				.orRefused("ADMIN_ONLY"),
			post("/api/v1/transfers", Set.of("SYSTEM_ADMIN"),
					() -> Map.of("customerId", Ids.next(), "toPartnerId", Ids.next(), "reason", "closer", "understood",
							true))
				.orRefused("ADMIN_ONLY"),
			get("/api/v1/transfers", VIEWING_OR_CUSTOMER), get("/api/v1/transfers/{id}", VIEWING_OR_CUSTOMER),
			post("/api/v1/transfers/{id}/consent", SIDES).orRefused("ADMIN_ONLY"),
			post("/api/v1/transfers/{id}/refusal", SIDES).orRefused("ADMIN_ONLY"),
			post("/api/v1/transfers/{id}/withdrawal", SIDES).orRefused("ADMIN_ONLY"),
			post("/v2/partners/sub-customers", FIRST_TIER_DEVELOPING,
					() -> Map.of("xaccount_id", Ids.next(), "xaccount_type", "SHOP")),
			post("/v2/partners/sub-customers/query", FIRST_TIER_VIEWING),
			post("/v2/partners/sub-customers/users/check-identity", FIRST_TIER_DEVELOPING,
					() -> Map.of("search_type", "name", "search_value", "somebody")),
			post("/api/v1/verification-codes", VIEWING_OR_CUSTOMER,
					() -> Map.of("operation", "ISSUE_VOUCHER", "channel", "SMS")),
			post("/api/v1/verification-codes/{id}/proof", VIEWING_OR_CUSTOMER, () -> Map.of("code", "000000")),
			post("/v2/bases/verificationcode/send", FIRST_TIER_DEVELOPING,
					() -> Map.of("receiver_type", 1, "mobile_phone", mobile())),
			get("/api/v1/my/notices", Set.of("CUSTOMER")),
			get("/api/v1/notices", Set.of("SYSTEM_ADMIN", "PROVIDER", "RESELLER")),
			get("/internal/customers?issuer=x&subject=y", Set.of("SERVICE")));

	@Autowired
	private AccessMatrix matrix;

	@Test
	void refusesWhoeverMayNot() {
		this.matrix.check(OPERATIONS, callers());
	}

	@Test
	void forgetsNoOperation() {
		this.matrix.checkComplete(OPERATIONS);
	}

	private Map<String, Caller> callers() {
		Partner distributor = distributor();
		Map<String, Caller> callers = AccessMatrix.outsiders();
		callers.put("SYSTEM_ADMIN", distributor.admin());
		callers.put("CUSTOMER_OPERATOR", distributor.operator());
		callers.put("FINANCE_OPERATOR",
				Caller.member("finance", distributor.tenant(), distributor.id(), distributor.type(), Ids.next(),
						Set.of(Role.FINANCE_OPERATOR), Set.of(Permission.VIEW_CUSTOMERS), DataScope.ALL));
		callers.put("ACCOUNT_MANAGER", distributor.manager(Ids.next()));
		callers.put("ACCOUNT_MANAGER_SUPERVISOR", distributor.supervisor(Ids.next()));
		callers.put("PROVIDER", partner().admin());
		callers.put("RESELLER", resellerOf(distributor).admin());
		return callers;
	}

}
