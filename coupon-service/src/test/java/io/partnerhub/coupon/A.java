package io.partnerhub.coupon;

import java.time.Duration;
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
import io.partnerhub.contracts.PartnerStatus;
import io.partnerhub.contracts.PartnerType;
import io.partnerhub.contracts.Permission;
import io.partnerhub.contracts.ProgramEvent.MemberChanged;
import io.partnerhub.contracts.ProgramEvent.PartnerRegistered;
import io.partnerhub.contracts.Role;
import io.partnerhub.platform.Ids;
import io.partnerhub.platform.caller.Caller;
import io.partnerhub.platform.testkit.MovableClock;

/**
 * Fixtures of the coupon tests: partners, their people, customers and what they ask for.
 */
public final class A {

	private A() {
	}

	public static Partner partner() {
		UUID id = Ids.next();
		return new Partner(id, id, PartnerType.DISTRIBUTOR);
	}

	public static Partner subsidyPartner() {
		UUID id = Ids.next();
		return new Partner(id, id, PartnerType.GOVERNMENT_SUBSIDY);
	}

	public static Partner resellerOf(Partner distributor) {
		return new Partner(distributor.tenant(), Ids.next(), PartnerType.RESELLER);
	}

	public static Map<String, Object> money(String amount) {
		return Map.of("amount", amount, "currency", "CNY");
	}

	public static Map<String, Object> grant(Partner partner, String value) {
		return Map.of("partnerId", partner.id(), "value", money(value), "effectiveAt", MovableClock.START, "expiresAt",
				MovableClock.START.plus(Duration.ofDays(30)));
	}

	public static Map<String, Object> issue(String quota, String face, UUID... customers) {
		return new LinkedHashMap<>(
				Map.of("quotaId", quota, "faceValue", money(face), "customerIds", List.of(customers)));
	}

	/** An order of one subscription of a virtual machine. */
	public static Map<String, Object> order() {
		return order("100.00");
	}

	public static Map<String, Object> order(String payable) {
		return new LinkedHashMap<>(Map.of("type", "NEW", "billingMode", "SUBSCRIPTION", "lines",
				List.of(Map.of("serviceType", "ecs", "productId", "vm", "payable", money(payable)))));
	}

	/** The customer picks coupons for an order; the first request of that order. */
	public static Map<String, Object> reservation(String order, UUID customer, String payable, Object... coupons) {
		return new LinkedHashMap<>(Map.of("requestId", "1", "orderId", order, "customerId", customer, "order",
				order(payable), "couponIds", List.of(coupons)));
	}

	/** A partner with its callers and the events that make it known. */
	public record Partner(UUID tenant, UUID id, PartnerType type) {

		public PartnerRegistered registered() {
			return new PartnerRegistered(this.tenant, this.id, this.type, "Cloud " + this.id, null, null,
					PartnerStatus.NORMAL);
		}

		public Caller administrator() {
			return Caller.member("admin", this.tenant, this.id, this.type, Ids.next(), Set.of(Role.SYSTEM_ADMIN),
					Set.of(Permission.VIEW_COUPONS, Permission.ISSUE_VOUCHERS, Permission.RECLAIM_VOUCHERS,
							Permission.PASS_QUOTA),
					DataScope.ALL);
		}

		public Caller key() {
			return Caller.key("AK" + this.id, this.tenant, this.id, this.type, administrator().permissions());
		}

		public Caller accountManager(UUID member) {
			return Caller.member("am", this.tenant, this.id, this.type, member, Set.of(Role.ACCOUNT_MANAGER), Set.of(),
					DataScope.OWN);
		}

		public Caller supervisor(UUID member) {
			return Caller.member("supervisor", this.tenant, this.id, this.type, member,
					Set.of(Role.ACCOUNT_MANAGER_SUPERVISOR), Set.of(Permission.VIEW_COUPONS), DataScope.TEAM);
		}

		public MemberChanged supervised(UUID manager, UUID supervisor) {
			return new MemberChanged(this.tenant, this.id, manager, "am", "AM", List.of(Role.ACCOUNT_MANAGER),
					supervisor, true, "issuer", manager.toString(), null, null);
		}

		public CustomerAssociated linked(UUID customer, int epoch, AssociationType type) {
			return linked(customer, epoch, type, null);
		}

		public CustomerAssociated linked(UUID customer, int epoch, AssociationType type, UUID accountManager) {
			return new CustomerAssociated(this.tenant, this.id, customer, epoch, type, "Customer", "customer",
					accountManager, null, MovableClock.START);
		}

		public CustomerDisassociated unlinked(UUID customer, int epoch) {
			return new CustomerDisassociated(this.tenant, this.id, customer, epoch, AssociationType.RESALE, Ids.next(),
					"moves on", MovableClock.START);
		}

		public CustomerModelSwitched switched(UUID customer, int endedEpoch, AssociationType to) {
			AssociationType from = (to == AssociationType.RESALE) ? AssociationType.ADVISORY : AssociationType.RESALE;
			return new CustomerModelSwitched(this.tenant, this.id, customer, endedEpoch, endedEpoch + 1, from, to,
					"Customer", "customer", null, Ids.next(), MovableClock.START);
		}

		/** The customer of another partner of the tenant comes to this one. */
		public CustomerTransferred tookOver(UUID customer, Partner from, int endedEpoch) {
			return new CustomerTransferred(this.tenant, this.id, from.id(), customer, endedEpoch, endedEpoch + 1,
					AssociationType.RESALE, "Customer", "customer", Ids.next(), MovableClock.START);
		}

	}

}
