package io.partnerhub.coupon.quota;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import io.partnerhub.contracts.CouponType;
import io.partnerhub.contracts.QuotaEvent.QuotaAdjusted;
import io.partnerhub.contracts.QuotaEvent.QuotaGranted;
import io.partnerhub.coupon.partner.KnownPartner;
import io.partnerhub.coupon.partner.KnownPartners;
import io.partnerhub.coupon.quota.Movement.Bucket;
import io.partnerhub.coupon.quota.Movement.Kind;
import io.partnerhub.platform.Ids;
import io.partnerhub.platform.caller.Caller;
import io.partnerhub.platform.event.Outbox;
import io.partnerhub.platform.money.Money;
import io.partnerhub.platform.page.Page;
import io.partnerhub.platform.page.PageQuery;
import io.partnerhub.platform.problem.Problem;
import io.partnerhub.platform.web.ETags;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The vendor grants quotas and changes what it granted (6.1). */
@Service
class Grants {

	private final GrantStore grants;

	private final QuotaStore store;

	private final Quotas quotas;

	private final KnownPartners partners;

	private final Outbox outbox;

	private final Clock clock;

	Grants(GrantStore grants, QuotaStore store, Quotas quotas, KnownPartners partners, Outbox outbox, Clock clock) {
		this.grants = grants;
		this.store = store;
		this.quotas = quotas;
		this.partners = partners;
		this.outbox = outbox;
		this.clock = clock;
	}

	@Transactional
	Standing grant(Caller caller, CouponType type, UUID partnerId, Money value, Quota.Terms terms) {
		caller.require(Caller.Kind.VENDOR);
		Instant now = this.clock.instant();
		GrantRules.checkTerms(type, terms, now);
		GrantRules.checkValue("value", value);
		KnownPartner partner = this.partners.get(partnerId);
		GrantRules.checkHolder(type, partner.type());
		return standing(partnerId, type, grant(partner, type, value, terms, now).id());
	}

	/** Grants what was checked. */
	@Transactional(propagation = Propagation.MANDATORY)
	Quota grant(KnownPartner partner, CouponType type, Money value, Quota.Terms terms, Instant now) {
		Quota quota = new Quota(Ids.next(), type, partner.partnerId(), partner.ownerPartnerId(), null,
				Quota.State.NORMAL, value, value, terms, now, now);
		this.store.insert(quota);
		this.quotas
			.book(List.of(new Movement(quota.id(), Kind.GRANTED, Bucket.GRANTOR, Bucket.AVAILABLE, value, null)));
		this.outbox.announce(new QuotaGranted(quota.partnerId(), quota.ownerPartnerId(), quota.id(), value.amount(),
				terms.effectiveAt(), terms.expiresAt(), type));
		return quota;
	}

	@Transactional(readOnly = true)
	Page<Standing> list(Caller caller, UUID partnerId, QuotaFilter filter, PageQuery page) {
		caller.require(Caller.Kind.VENDOR);
		return Page.of(this.store.page(partnerId, filter, page), page, (standing) -> standing.quota().id());
	}

	@Transactional(readOnly = true)
	Standing get(Caller caller, UUID id) {
		caller.require(Caller.Kind.VENDOR);
		Quota quota = this.store.find(holder(id), id).orElseThrow(Quotas::unknown);
		return standing(quota.ownerPartnerId(), quota.type(), id);
	}

	/**
	 * Changes a quota that nobody changed since the vendor read it; what its holder
	 * issues meanwhile does not hinder it.
	 */
	@Transactional
	Standing adjust(Caller caller, UUID id, Adjustment adjustment, @Nullable String ifMatch) {
		caller.require(Caller.Kind.VENDOR);
		Instant now = this.clock.instant();
		Quota before = this.quotas.lock(holder(id), id);
		ETags.check(ifMatch, standing(before.ownerPartnerId(), before.type(), id).version());
		GrantRules.checkAdjustment(before, adjustment, now);
		Quota after = adjustment.of(before);
		if (!after.terms().equals(before.terms())) {
			checkValidity(after, now);
		}
		this.quotas.book(movements(id, adjustment));
		this.grants.adjust(after, now);
		Standing adjusted = standing(after.ownerPartnerId(), after.type(), id);
		announce(adjusted.quota());
		return adjusted;
	}

	private void checkValidity(Quota quota, Instant now) {
		GrantRules.checkValidity(quota.effectiveAt(), quota.expiresAt(), now);
		if (this.grants.leavesOutside(quota)) {
			throw Problem.conflict("QUOTA_VALIDITY_IN_USE",
					"Live coupons or quotas of resellers are valid outside the new validity.");
		}
	}

	private static List<Movement> movements(UUID id, Adjustment adjustment) {
		List<Movement> movements = new ArrayList<>();
		if (adjustment.raiseBy() != null) {
			movements.add(new Movement(id, Kind.GRANTED, Bucket.GRANTOR, Bucket.AVAILABLE, adjustment.raiseBy(), null));
		}
		if (adjustment.withdraw() != null) {
			movements
				.add(new Movement(id, Kind.WITHDRAWN, Bucket.AVAILABLE, Bucket.WITHDRAWN, adjustment.withdraw(), null));
		}
		return movements;
	}

	private void announce(Quota quota) {
		this.outbox
			.announce(new QuotaAdjusted(quota.partnerId(), quota.ownerPartnerId(), quota.id(), quota.granted().amount(),
					quota.available().amount(), quota.state().name(), quota.effectiveAt(), quota.expiresAt()));
	}

	private UUID holder(UUID id) {
		return this.grants.holder(id).orElseThrow(Quotas::unknown);
	}

	private Standing standing(UUID owner, CouponType type, UUID id) {
		return this.store.standing(owner, type, id).orElseThrow(Quotas::unknown);
	}

}
