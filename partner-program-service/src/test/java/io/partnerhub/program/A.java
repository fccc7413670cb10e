package io.partnerhub.program;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import io.partnerhub.contracts.AssociationType;
import io.partnerhub.contracts.CustomerEvent.CustomerAssociated;
import io.partnerhub.contracts.PartnerType;
import io.partnerhub.contracts.Role;
import io.partnerhub.platform.Ids;
import io.partnerhub.platform.caller.Caller;
import io.partnerhub.platform.testkit.Hears;
import io.partnerhub.platform.testkit.HubClient;
import io.partnerhub.platform.testkit.HubClient.Answer;
import io.partnerhub.platform.testkit.MovableClock;
import io.partnerhub.program.member.RoleRules;
import org.jspecify.annotations.Nullable;

/** Fixtures: partners and people a test needs but is not about. */
public final class A {

	public static final String ISSUER = "https://login.example.com";

	public static final String VENDOR_ISSUER = "https://vendor.example.com";

	public static final String VENDOR_SUBJECT = "vendor-7";

	public static final Caller VENDOR = Caller.vendor("vendor-operator");

	private final HubClient client;

	private final Hears hears;

	A(HubClient client, Hears hears) {
		this.client = client;
		this.hears = hears;
	}

	/** A customer of a partner that is of no interest. */
	public UUID customer() {
		UUID customer = Ids.next();
		UUID partner = Ids.next();
		this.hears.event(new CustomerAssociated(partner, partner, customer, 1, AssociationType.RESALE, "Acme", "acme",
				null, null, MovableClock.START));
		return customer;
	}

	/**
	 * A partner registered by the vendor, seen through the eyes of its first
	 * administrator.
	 */
	public Caller partner(PartnerType type) {
		return partner(type, null);
	}

	public Caller resellerOf(Caller distributor) {
		return partner(PartnerType.RESELLER, distributor.owner());
	}

	/** A member added by an administrator. */
	public Caller member(Caller administrator, Role... roles) {
		Answer answer = this.client.as(administrator).post("/api/v1/members", person(roles)).expect(201);
		return as(administrator, UUID.fromString(answer.text("/id")), answer.text("/loginName"), Set.of(roles));
	}

	public static Map<String, Object> company(PartnerType type) {
		Map<String, Object> company = new LinkedHashMap<>();
		company.put("type", type.name());
		company.put("name", "云帆科技有限公司");
		company.put("email", "office@yunfan.example");
		company.put("mobile", "+86 13800000000");
		company.put("administrator", Map.of("loginName", "zhang.min", "displayName", "张敏", "issuer", ISSUER, "subject",
				Ids.next().toString()));
		return company;
	}

	public static Map<String, Object> person(Role... roles) {
		Map<String, Object> person = new LinkedHashMap<>();
		person.put("loginName", "li-" + Ids.next());
		person.put("displayName", "李伟");
		person.put("roles", List.of(roles).stream().map(Role::name).toList());
		person.put("issuer", ISSUER);
		person.put("subject", Ids.next().toString());
		return person;
	}

	private Caller partner(PartnerType type, @Nullable UUID distributor) {
		Map<String, Object> company = company(type);
		if (distributor != null) {
			company.put("distributorId", distributor);
		}
		Answer answer = this.client.as(VENDOR).post("/api/v1/vendor/partners", company).expect(201);
		UUID id = UUID.fromString(answer.text("/id"));
		Set<Role> roles = Set.of(Role.SYSTEM_ADMIN);
		return Caller.member("zhang.min", (distributor != null) ? distributor : id, id, type,
				UUID.fromString(answer.text("/administrator/id")), roles, RoleRules.permissions(roles, type),
				RoleRules.scope(roles));
	}

	private static Caller as(Caller partner, UUID id, String login, Set<Role> roles) {
		PartnerType type = java.util.Objects.requireNonNull(partner.partnerType());
		return Caller.member(login, partner.tenant(), partner.owner(), type, id, roles,
				RoleRules.permissions(roles, type), RoleRules.scope(roles));
	}

}
