package io.partnerhub.billing.order;

import java.util.Objects;
import java.util.UUID;

import io.partnerhub.billing.ledger.Realm;
import io.partnerhub.contracts.DataScope;
import io.partnerhub.contracts.Permission;
import io.partnerhub.platform.caller.Caller;
import io.partnerhub.platform.page.Conditions;
import io.partnerhub.platform.problem.Problem;
import org.jspecify.annotations.Nullable;

/**
 * Which orders a caller sees (ORD-02, 8.2): an account manager those of his own
 * customers, a supervisor those of his team's, others all of the partner; a distributor
 * those of its resellers' customers, too; a customer his own. It is a condition inside
 * the query.
 *
 * @param resellers whether all resellers' customers are meant instead of the realm's own
 * @param customerId the customer, for whom realms do not count
 */
public record OrderSight(@Nullable Realm realm, boolean resellers, DataScope scope, @Nullable UUID memberId,
		@Nullable UUID customerId) {

	/**
	 * What a partner's caller sees of a realm.
	 * @param realm his own, or that of a reseller of his
	 */
	public static OrderSight of(Caller caller, Realm realm) {
		requireViewing(caller);
		if (!realm.equals(Realm.of(caller)) && caller.scope() != DataScope.ALL) {
			throw onlyWhole();
		}
		return new OrderSight(realm, false, caller.scope(), caller.memberId(), null);
	}

	/** The orders of all resellers' customers, for who sees the whole distributor. */
	public static OrderSight ofResellers(Caller caller) {
		requireViewing(caller);
		if (!Realm.of(caller).isFirstTier() || caller.scope() != DataScope.ALL) {
			throw onlyWhole();
		}
		return new OrderSight(Realm.of(caller), true, DataScope.ALL, null, null);
	}

	public static OrderSight ofCustomer(UUID customer) {
		return new OrderSight(null, false, DataScope.ALL, null, customer);
	}

	/** Paying needs the sight of what is paid (21.1). */
	static void requireViewing(Caller caller) {
		if (!caller.require(Caller.Kind.PARTNER).may(Permission.PAY_ORDERS)) {
			caller.require(Permission.VIEW_CUSTOMERS);
		}
	}

	private static Problem onlyWhole() {
		return Problem.forbidden("ACCESS_DENIED", "Only who sees the whole partner sees its resellers' orders.");
	}

	/** Whose customers' orders a partner's caller sees. */
	UUID owner() {
		return Objects.requireNonNull(this.realm).ownerPartnerId();
	}

	public Conditions conditions() {
		if (this.realm == null) {
			return new Conditions().and("o.customer_id = :mine", "mine", this.customerId);
		}
		Conditions conditions = new Conditions().and("o.partner_id = :partner", "partner", this.realm.partnerId());
		if (this.resellers) {
			return conditions.and("o.owner_partner_id <> o.partner_id");
		}
		conditions.and("o.owner_partner_id = :owner", "owner", this.realm.ownerPartnerId());
		return switch (this.scope) {
			case ALL -> conditions;
			case OWN -> conditions.and(ofManagers("= :member"), "member", member());
			case TEAM -> conditions.and(ofManagers("""
					in (select m.member_id from known_member m
					    where m.partner_id = :partner and m.owner_partner_id = :owner and m.supervisor_id = :member)
					"""), "member", member());
		};
	}

	/** Of customers whom they look after at present. */
	private static String ofManagers(String managers) {
		return """
				o.customer_id in (
				    select a.customer_id from customer_assignment a
				    where a.owner_partner_id = :owner and a.valid_to is null and a.account_manager_id %s)
				""".formatted(managers);
	}

	private UUID member() {
		if (this.memberId == null) {
			throw new IllegalStateException("a caller who sees less than all is a person");
		}
		return this.memberId;
	}

}
