package io.partnerhub.platform.caller;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;

import io.partnerhub.contracts.DataScope;
import io.partnerhub.contracts.PartnerType;
import io.partnerhub.contracts.Permission;
import io.partnerhub.contracts.Role;
import io.partnerhub.platform.problem.Problem;
import org.jspecify.annotations.Nullable;

/**
 * Who makes the request, as the gateway certified him in the internal token. Use cases
 * ask it for permissions and put its partner into every query.
 *
 * @param kind what the caller is
 * @param subject login name, access key or service name; stands in records as the
 * operator
 * @param partnerId the tenant: the first-tier partner
 * @param ownerPartnerId the partner acting; a reseller inside its distributor's tenant,
 * else the tenant itself
 * @param partnerType what the acting partner is
 * @param memberId the person acting, absent for an access key
 * @param customerId the customer acting
 * @param roles roles of the person
 * @param permissions permission items of the person or key
 * @param scope how far inside the partner the caller sees
 * @param issuer identity provider of the login, for people
 * @param identity subject of the login at that provider, for people
 * @param email verified e-mail of the login, if the provider gives one
 * @param openedAt when the login's account was opened, if the provider says so
 * @param codeRequired whether the person's partner asks for a verification code at
 * critical operations; never set for an access key
 */
public record Caller(Kind kind, String subject, @Nullable UUID partnerId, @Nullable UUID ownerPartnerId,
		@Nullable PartnerType partnerType, @Nullable UUID memberId, @Nullable UUID customerId, Set<Role> roles,
		Set<Permission> permissions, DataScope scope, @Nullable String issuer, @Nullable String identity,
		@Nullable String email, @Nullable Instant openedAt, boolean codeRequired) {

	public static Caller vendor(String subject) {
		return new Caller(Kind.VENDOR, subject, null, null, null, null, null, Set.of(), Set.of(), DataScope.ALL, null,
				null, null, null, false);
	}

	/** A person of a partner. */
	public static Caller member(String login, UUID partnerId, UUID ownerPartnerId, PartnerType type, UUID memberId,
			Set<Role> roles, Set<Permission> permissions, DataScope scope) {
		return new Caller(Kind.PARTNER, login, partnerId, ownerPartnerId, type, memberId, null, roles, permissions,
				scope, null, null, null, null, false);
	}

	/** A partner's access key: acts with the rights of the main account. */
	public static Caller key(String accessKey, UUID partnerId, UUID ownerPartnerId, PartnerType type,
			Set<Permission> permissions) {
		return new Caller(Kind.PARTNER, accessKey, partnerId, ownerPartnerId, type, null, null,
				Set.of(Role.SYSTEM_ADMIN), permissions, DataScope.ALL, null, null, null, null, false);
	}

	public static Caller customer(String login, UUID customerId) {
		return new Caller(Kind.CUSTOMER, login, null, null, null, null, customerId, Set.of(), Set.of(), DataScope.OWN,
				null, null, null, null, false);
	}

	/**
	 * A person whom an identity provider knows and the hub does not yet: may accept an
	 * invitation.
	 */
	public static Caller identity(String login, String issuer, String identity, @Nullable String email) {
		return new Caller(Kind.IDENTITY, login, null, null, null, null, null, Set.of(), Set.of(), DataScope.OWN, issuer,
				identity, email, null, false);
	}

	/**
	 * Nobody: may only use what is public, such as reading the invitation behind a link.
	 */
	public static Caller anonymous() {
		return new Caller(Kind.ANONYMOUS, "anonymous", null, null, null, null, null, Set.of(), Set.of(), DataScope.OWN,
				null, null, null, null, false);
	}

	public static Caller service(String name) {
		return new Caller(Kind.SERVICE, name, null, null, null, null, null, Set.of(), Set.of(), DataScope.ALL, null,
				null, null, null, false);
	}

	public Caller withLogin(String issuer, String identity, @Nullable String email) {
		return new Caller(this.kind, this.subject, this.partnerId, this.ownerPartnerId, this.partnerType, this.memberId,
				this.customerId, this.roles, this.permissions, this.scope, issuer, identity, email, this.openedAt,
				this.codeRequired);
	}

	/** The same caller, whose login's account is known to be that old. */
	public Caller withOpenedAt(@Nullable Instant openedAt) {
		return new Caller(this.kind, this.subject, this.partnerId, this.ownerPartnerId, this.partnerType, this.memberId,
				this.customerId, this.roles, this.permissions, this.scope, this.issuer, this.identity, this.email,
				openedAt, this.codeRequired);
	}

	/** The same caller, asked for a code at critical operations or not. */
	public Caller withCodeRequired(boolean required) {
		return new Caller(this.kind, this.subject, this.partnerId, this.ownerPartnerId, this.partnerType, this.memberId,
				this.customerId, this.roles, this.permissions, this.scope, this.issuer, this.identity, this.email,
				this.openedAt, required);
	}

	/**
	 * The same caller on behalf of another partner of his tenant; whoever calls this has
	 * checked that he may.
	 */
	public Caller actingFor(UUID ownerPartnerId) {
		return new Caller(this.kind, this.subject, this.partnerId, ownerPartnerId, this.partnerType, this.memberId,
				this.customerId, this.roles, this.permissions, this.scope, this.issuer, this.identity, this.email,
				this.openedAt, this.codeRequired);
	}

	public boolean is(Kind kind) {
		return this.kind == kind;
	}

	public boolean has(Role role) {
		return this.roles.contains(role);
	}

	public boolean may(Permission permission) {
		return this.permissions.contains(permission);
	}

	/** Refuses a caller without the permission item. */
	public Caller require(Permission permission) {
		if (!may(permission)) {
			throw denied();
		}
		return this;
	}

	public Caller require(Kind kind) {
		if (!is(kind)) {
			throw denied();
		}
		return this;
	}

	/** Whether a partner's caller sees all of it and carries the permission item. */
	public boolean mayWhole(Permission permission) {
		return is(Kind.PARTNER) && may(permission) && this.scope == DataScope.ALL;
	}

	/** Refuses whoever may not do so for the whole of a partner. */
	public Caller requireWhole(Permission permission) {
		require(Kind.PARTNER).require(permission);
		if (!mayWhole(permission)) {
			throw Problem.forbidden("ACCESS_DENIED", "You see only a part of the partner.");
		}
		return this;
	}

	/** The tenant of a partner's caller; anybody else is refused. */
	public UUID tenant() {
		if (this.partnerId == null) {
			throw denied();
		}
		return this.partnerId;
	}

	/** The partner acting; anybody but a partner's caller is refused. */
	public UUID owner() {
		if (this.ownerPartnerId == null) {
			throw denied();
		}
		return this.ownerPartnerId;
	}

	/** The customer acting; anybody else is refused. */
	public UUID customer() {
		if (this.customerId == null) {
			throw denied();
		}
		return this.customerId;
	}

	/**
	 * Whose idempotency keys these are: nobody can meet another's. A login that the hub
	 * does not know yet counts by its provider and subject, as its name can be chosen.
	 */
	public String keySpace() {
		if (is(Kind.IDENTITY)) {
			return this.kind + ":" + this.issuer + " " + this.identity;
		}
		UUID id = (this.ownerPartnerId != null) ? this.ownerPartnerId : this.customerId;
		return this.kind + ":" + id + " " + this.subject;
	}

	/** As logs name him: without his e-mail address. */
	@Override
	public String toString() {
		return keySpace();
	}

	private static Problem denied() {
		return Problem.forbidden("ACCESS_DENIED", "You are not allowed to do this.");
	}

	/** What a caller can be. */
	public enum Kind {

		VENDOR, PARTNER, CUSTOMER, IDENTITY, ANONYMOUS, SERVICE

	}

}
