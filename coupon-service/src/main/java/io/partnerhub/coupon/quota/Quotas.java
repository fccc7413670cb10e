package io.partnerhub.coupon.quota;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import io.partnerhub.contracts.CouponType;
import io.partnerhub.contracts.QuotaEvent.QuotaGranted;
import io.partnerhub.contracts.PartnerType;
import io.partnerhub.contracts.Permission;
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
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What can be done with quotas: the vendor grants them, vouchers take from them and give
 * back.
 */
@Service
public class Quotas {

	private final QuotaStore store;

	private final QuotaJournalStore journal;

	private final KnownPartners partners;

	private final Outbox outbox;

	private final Clock clock;

	Quotas(QuotaStore store, QuotaJournalStore journal, KnownPartners partners, Outbox outbox, Clock clock) {
		this.store = store;
		this.journal = journal;
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
		Quota quota = new Quota(Ids.next(), CouponType.VOUCHER, partner.partnerId(), partnerId, null,
				Quota.State.NORMAL, value, value, Quota.Terms.valid(effectiveAt, expiresAt), now, now);
		this.store.insert(quota);
		this.journal
			.book(List.of(new Movement(quota.id(), Kind.GRANTED, Bucket.GRANTOR, Bucket.AVAILABLE, value, null)), now);
		this.outbox.announce(new QuotaGranted(quota.partnerId(), quota.ownerPartnerId(), quota.id(), value.amount(),
				effectiveAt, expiresAt, quota.type()));
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

	/** The quota as it stands now, not locked; a quota of somebody else is unknown. */
	public Quota seen(UUID ownerPartnerId, UUID id) {
		return this.store.find(ownerPartnerId, id).orElseThrow(Quotas::unknown);
	}

	/**
	 * The quota, locked until the transaction ends; a quota of somebody else is unknown.
	 */
	public Quota lock(UUID ownerPartnerId, UUID id) {
		return this.store.lock(ownerPartnerId, id).orElseThrow(Quotas::unknown);
	}

	/** Locks several quotas in the order that all commands keep. */
	public List<Quota> lockAll(Collection<UUID> ids) {
		return this.store.lockAll(ids);
	}

	/**
	 * Moves an amount of a locked quota into coupons, if it can be used (VOU-01).
	 */
	public void take(Quota quota, Money amount, @Nullable UUID reference) {
		Instant now = this.clock.instant();
		if (!quota.usableAt(now)) {
			throw Problem.conflict("QUOTA_NOT_USABLE", "The quota is not in a usable state or outside its validity.");
		}
		this.journal.book(List.of(Movement.issued(quota.id(), amount, reference)), now);
	}

	/** Books what happens to coupons of locked quotas. */
	public void book(List<Movement> movements) {
		if (!movements.isEmpty()) {
			this.journal.book(movements, this.clock.instant());
		}
	}

	/**
	 * Takes amounts back from coupons into their quotas, which this locks; into a quota
	 * that is over nothing returns (REC-03), and what a distributor has taken back passes
	 * on to his.
	 */
	public void giveBack(Kind kind, Bucket source, List<Returned> amounts, @Nullable UUID reference) {
		Instant now = this.clock.instant();
		Map<UUID, Quota> quotas = lockAll(amounts.stream().map(Returned::quotaId).distinct().toList()).stream()
			.collect(Collectors.toMap(Quota::id, Function.identity()));
		Map<UUID, Money> sums = new TreeMap<>();
		amounts.forEach((returned) -> sums.merge(returned.quotaId(), returned.amount(), Money::plus));
		List<Movement> movements = new ArrayList<>();
		sums.forEach((id, amount) -> movements.addAll(ReturnRules.movements(kind, source,
				Objects.requireNonNull(quotas.get(id)), quotas, amount, reference, now)));
		book(movements);
	}

	private static Problem unknown() {
		return Problem.notFound("QUOTA_NOT_FOUND", "quota");
	}

	/** What goes back to one quota. */
	public record Returned(UUID quotaId, Money amount) {
	}

}
