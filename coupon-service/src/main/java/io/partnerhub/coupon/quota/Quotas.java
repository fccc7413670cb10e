package io.partnerhub.coupon.quota;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import io.partnerhub.contracts.CouponType;
import io.partnerhub.contracts.Permission;
import io.partnerhub.coupon.quota.Movement.Bucket;
import io.partnerhub.coupon.quota.Movement.Kind;
import io.partnerhub.platform.caller.Caller;
import io.partnerhub.platform.money.Money;
import io.partnerhub.platform.page.Page;
import io.partnerhub.platform.page.PageQuery;
import io.partnerhub.platform.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Quotas as their holders see them; coupons take from them and give back.
 */
@Service
public class Quotas {

	private final QuotaStore store;

	private final QuotaJournalStore journal;

	private final Clock clock;

	Quotas(QuotaStore store, QuotaJournalStore journal, Clock clock) {
		this.store = store;
		this.journal = journal;
		this.clock = clock;
	}

	/** The partner's own, newest first. */
	@Transactional(readOnly = true)
	public Page<Standing> list(Caller caller, QuotaFilter filter, PageQuery page) {
		caller.require(Permission.VIEW_COUPONS);
		return Page.of(this.store.page(caller.owner(), filter, page), page, (standing) -> standing.quota().id());
	}

	@Transactional(readOnly = true)
	public Standing get(Caller caller, CouponType type, UUID id) {
		caller.require(Permission.VIEW_COUPONS);
		return this.store.standing(caller.owner(), type, id).orElseThrow(Quotas::unknown);
	}

	/** The journal of a quota, newest line first. */
	@Transactional(readOnly = true)
	public Page<StatementLine> statement(Caller caller, CouponType type, UUID id, PageQuery page) {
		get(caller, type, id);
		return Page.of(this.journal.page(id, page), page, QuotaJournalStore::cursor);
	}

	/** A quota of the owner's as it stands, without holding it. */
	public Quota find(UUID ownerPartnerId, UUID id) {
		return this.store.find(ownerPartnerId, id).orElseThrow(Quotas::unknown);
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

	/**
	 * Locks the quotas that really are their partners', in the order that all commands
	 * keep.
	 * @param ids by partner
	 */
	public Map<UUID, Quota> lockOwned(Map<UUID, Set<UUID>> ids) {
		List<UUID> owners = new ArrayList<>();
		List<UUID> quotas = new ArrayList<>();
		ids.forEach((owner, each) -> each.forEach((id) -> {
			owners.add(owner);
			quotas.add(id);
		}));
		return this.store.lockOwned(owners, quotas).stream().collect(Collectors.toMap(Quota::id, Function.identity()));
	}

	/** Locks several quotas in the order that all commands keep. */
	public List<Quota> lockAll(Collection<UUID> ids) {
		return this.store.lockAll(ids);
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

	public static Problem unknown() {
		return Problem.notFound("QUOTA_NOT_FOUND", "quota");
	}

	/** What goes back to one quota. */
	public record Returned(UUID quotaId, Money amount) {
	}

}
