package io.partnerhub.coupon.quota;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

import io.partnerhub.contracts.CouponEvent.QuotaGranted;
import io.partnerhub.contracts.PartnerType;
import io.partnerhub.contracts.Permission;
import io.partnerhub.coupon.partner.KnownPartner;
import io.partnerhub.coupon.partner.KnownPartners;
import io.partnerhub.platform.Ids;
import io.partnerhub.platform.caller.Caller;
import io.partnerhub.platform.event.Outbox;
import io.partnerhub.platform.money.Money;
import io.partnerhub.platform.page.Page;
import io.partnerhub.platform.page.PageQuery;
import io.partnerhub.platform.problem.Problem;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What can be done with quotas: the vendor grants them, vouchers take from them and give
 * back.
 */
@Service
public class Quotas {

	private final QuotaStore store;

	private final KnownPartners partners;

	private final Outbox outbox;

	private final Clock clock;

	Quotas(QuotaStore store, KnownPartners partners, Outbox outbox, Clock clock) {
		this.store = store;
		this.partners = partners;
		this.outbox = outbox;
		this.clock = clock;
	}

	@Transactional
	Quota grant(Caller caller, UUID partnerId, Money value, Instant effectiveAt, Instant expiresAt) {
		caller.require(Caller.Kind.VENDOR);
		Instant now = this.clock.instant();
		if (!expiresAt.isAfter(effectiveAt) || !expiresAt.isAfter(now)) {
			throw Problem.invalid("/expiresAt", "OUT_OF_RANGE",
					"The validity must end in the future, after it begins.");
		}
		KnownPartner partner = this.partners.get(partnerId);
		if (partner.type() == PartnerType.RESELLER) {
			throw Problem.conflict("QUOTA_ONLY_FOR_FIRST_TIER", "A reseller gets its quota from its distributor.");
		}
		Quota quota = new Quota(Ids.next(), partner.partnerId(), partnerId, Quota.State.NORMAL, value, value,
				effectiveAt, expiresAt, now, now);
		this.store.insert(quota);
		this.outbox.announce(new QuotaGranted(quota.partnerId(), quota.ownerPartnerId(), quota.id(), value.amount(),
				effectiveAt, expiresAt));
		return quota;
	}

	@Transactional(readOnly = true)
	Page<Quota> list(Caller caller, PageQuery page) {
		caller.require(Permission.VIEW_COUPONS);
		return Page.of(this.store.page(caller.owner(), page), page, Quota::id);
	}

	@Transactional(readOnly = true)
	Quota get(Caller caller, UUID id) {
		caller.require(Permission.VIEW_COUPONS);
		return this.store.find(caller.owner(), id).orElseThrow(Quotas::unknown);
	}

	/**
	 * The quota, locked until the transaction ends; a quota of somebody else is unknown.
	 */
	public Quota lock(UUID ownerPartnerId, UUID id) {
		return this.store.lock(ownerPartnerId, id).orElseThrow(Quotas::unknown);
	}

	/** Locks several quotas in the order that all commands keep. */
	public void lockAll(Collection<UUID> ids) {
		this.store.lockAll(ids);
	}

	/** Moves an amount of a locked quota into vouchers, if it can be used (VOU-01). */
	public void take(Quota quota, Money amount) {
		if (!this.store.take(quota.id(), amount, this.clock.instant())) {
			throw Problem.conflict("QUOTA_NOT_USABLE", "The quota is not in a usable state or outside its validity.");
		}
	}

	/**
	 * Takes amounts back from vouchers; into a quota that is INVALID nothing returns, it
	 * is written off (REC-03).
	 */
	public void giveBack(List<Returned> amounts) {
		this.store.giveBack(amounts, this.clock.instant());
	}

	private static Problem unknown() {
		return Problem.notFound("QUOTA_NOT_FOUND", "quota");
	}

	/** What goes back to one quota. */
	public record Returned(UUID quotaId, Money amount) {
	}

}
