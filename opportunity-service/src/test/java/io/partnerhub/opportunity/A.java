package io.partnerhub.opportunity;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import io.partnerhub.contracts.AssociationType;
import io.partnerhub.contracts.CustomerEvent.CustomerAssociated;
import io.partnerhub.contracts.CustomerEvent.CustomerDisassociated;
import io.partnerhub.contracts.CustomerEvent.CustomerModelSwitched;
import io.partnerhub.contracts.CustomerEvent.CustomerTransferred;
import io.partnerhub.contracts.DataScope;
import io.partnerhub.contracts.PartnerType;
import io.partnerhub.contracts.Permission;
import io.partnerhub.contracts.ProgramEvent.MemberChanged;
import io.partnerhub.contracts.Role;
import io.partnerhub.platform.Ids;
import io.partnerhub.platform.caller.Caller;
import io.partnerhub.platform.testkit.MovableClock;
import org.jspecify.annotations.Nullable;

/** Fixtures: a fresh partner per test, its people, customers and opportunities. */
public final class A {

	private static final Set<Permission> ALL = Set.of(Permission.REGISTER_OPPORTUNITIES, Permission.VIEW_OPPORTUNITIES);

	private A() {
	}

	public static Caller administrator(UUID partner) {
		return Caller.member("admin", partner, partner, PartnerType.DISTRIBUTOR, Ids.next(), Set.of(Role.SYSTEM_ADMIN),
				ALL, DataScope.ALL);
	}

	public static Caller resellerAdministrator(UUID distributor, UUID reseller) {
		return Caller.member("admin", distributor, reseller, PartnerType.RESELLER, Ids.next(),
				Set.of(Role.SYSTEM_ADMIN), ALL, DataScope.ALL);
	}

	public static Caller manager(UUID partner, UUID member) {
		return Caller.member("manager", partner, partner, PartnerType.DISTRIBUTOR, member, Set.of(Role.ACCOUNT_MANAGER),
				ALL, DataScope.OWN);
	}

	public static Caller supervisor(UUID partner, UUID member) {
		return Caller.member("supervisor", partner, partner, PartnerType.DISTRIBUTOR, member,
				Set.of(Role.ACCOUNT_MANAGER_SUPERVISOR), Set.of(Permission.VIEW_OPPORTUNITIES), DataScope.TEAM);
	}

	public static Caller onlooker(UUID partner) {
		return Caller.member("finance", partner, partner, PartnerType.DISTRIBUTOR, Ids.next(),
				Set.of(Role.FINANCE_OPERATOR), Set.of(), DataScope.ALL);
	}

	public static CustomerAssociated link(UUID partner, UUID customer, int epoch, @Nullable UUID manager) {
		return new CustomerAssociated(partner, partner, customer, epoch, AssociationType.RESALE, "Acme", "acme",
				manager, null, MovableClock.START);
	}

	public static CustomerDisassociated end(UUID partner, UUID customer, int epoch) {
		return new CustomerDisassociated(partner, partner, customer, epoch, AssociationType.RESALE, Ids.next(), "moved",
				MovableClock.START);
	}

	public static CustomerModelSwitched change(UUID partner, UUID customer, int endedEpoch, AssociationType to) {
		AssociationType from = (to == AssociationType.RESALE) ? AssociationType.ADVISORY : AssociationType.RESALE;
		return new CustomerModelSwitched(partner, partner, customer, endedEpoch, endedEpoch + 1, from, to, "Acme",
				"acme", null, Ids.next(), MovableClock.START);
	}

	/** From the distributor to its reseller. */
	public static CustomerTransferred move(UUID distributor, UUID reseller, UUID customer, int endedEpoch) {
		return new CustomerTransferred(distributor, reseller, distributor, customer, endedEpoch, endedEpoch + 1,
				AssociationType.RESALE, "Acme", "acme", Ids.next(), MovableClock.START);
	}

	public static MemberChanged managerUnder(UUID partner, UUID member, @Nullable UUID supervisor) {
		return new MemberChanged(partner, partner, member, "manager", "Manager", List.of(Role.ACCOUNT_MANAGER),
				supervisor, true, "https://idp", member.toString(), null, null);
	}

	/** A complete registration; the clock of tests stands at 2026-03-01. */
	public static Map<String, Object> registration(UUID customer) {
		Map<String, Object> registration = new LinkedHashMap<>();
		registration.put("customerId", customer);
		registration.put("name", "ERP to the cloud");
		registration.put("description", "Two sites,\nthree databases");
		registration.put("cloudServices", List.of("ecs", "rds"));
		registration.put("expectedSignDate", "2026-04-01");
		registration.put("expectedRevenue", money("120000.00"));
		registration.put("firstYearRevenue", money("60000.00"));
		registration.put("monthlyRevenue", money("5000.00"));
		registration.put("launchDate", "2026-06-01");
		return registration;
	}

	/** The same with another value; null leaves the field out. */
	public static Map<String, Object> registration(UUID customer, String field, @Nullable Object value) {
		Map<String, Object> registration = registration(customer);
		registration.put(field, value);
		registration.values().removeIf((each) -> each == null);
		return registration;
	}

	public static Map<String, Object> money(String amount) {
		return Map.of("amount", amount, "currency", "CNY");
	}

}
