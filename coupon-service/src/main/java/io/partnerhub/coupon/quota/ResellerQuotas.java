package io.partnerhub.coupon.quota;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.partnerhub.coupon.quota.Movement.Bucket;
import io.partnerhub.coupon.quota.Movement.Kind;
import io.partnerhub.platform.Ids;
import io.partnerhub.platform.money.Money;
import io.partnerhub.platform.page.Offset;
import io.partnerhub.platform.page.Page;
import io.partnerhub.platform.page.PageQuery;
import org.springframework.stereotype.Service;

/**
 * The lower level of the tree (I-09): parts of a distributor's quota that its resellers
 * hold. What is delegated above was granted below, and the other way round when it is
 * taken back. Whoever calls it has a transaction and has checked who may.
 */
@Service
public class ResellerQuotas {

	private final ResellerQuotaStore store;

	private final QuotaStore quotas;

	private final QuotaJournalStore journal;

	private final Clock clock;

	ResellerQuotas(ResellerQuotaStore store, QuotaStore quotas, QuotaJournalStore journal, Clock clock) {
		this.store = store;
		this.quotas = quotas;
		this.journal = journal;
		this.clock = clock;
	}

	/** Splits the same amount off a locked quota for each reseller (QUO-02). */
	public List<Quota> splitOff(Quota parent, List<UUID> resellerIds, Money amount) {
		Instant now = this.clock.instant();
		List<Quota> parts = resellerIds.stream()
			.map((reseller) -> new Quota(Ids.next(), parent.type(), parent.partnerId(), reseller, parent.id(),
					Quota.State.NORMAL, amount, amount, parent.terms(), now, now))
			.toList();
		this.store.insert(parent.id(), parts.stream().map(Quota::id).toList(), resellerIds, now);
		this.journal.book(parts.stream().flatMap(ResellerQuotas::splitOff).toList(), now);
		return parts;
	}

	/**
	 * Those of the quotas that resellers of the distributor hold or held, locked together
	 * with what they were split off from.
	 */
	public Map<UUID, Quota> lock(UUID distributorId, Collection<UUID> ids) {
		return this.quotas.lockAllWithParents(this.store.known(distributorId, ids))
			.stream()
			.collect(Collectors.toMap(Quota::id, Function.identity()));
	}

	/**
	 * Takes all that was not issued back from locked quotas; what returns to them later
	 * passes on (REC-09).
	 */
	public void takeBack(List<Quota> parts, Map<UUID, Quota> locked) {
		if (parts.isEmpty()) {
			return;
		}
		Instant now = this.clock.instant();
		List<Movement> movements = parts.stream()
			.filter((part) -> part.available().isPositive())
			.flatMap((part) -> takenBack(part, Objects.requireNonNull(locked.get(part.parentQuotaId())), now))
			.toList();
		if (!movements.isEmpty()) {
			this.journal.book(movements, now);
		}
		this.store.markReclaimed(parts.stream().map(Quota::id).toList(), now);
	}

	/** What a reseller still holds, so many of it. */
	public List<UUID> heldBy(UUID resellerId, int limit) {
		return this.store.heldBy(resellerId, limit);
	}

	public Page<Quota> list(UUID distributorId, ResellerQuotaFilter filter, PageQuery page) {
		return Page.of(this.store.page(distributorId, filter, page), page, Quota::id);
	}

	/** For the vendor-compatible face: a page, and how many there are. */
	public Found search(UUID distributorId, ResellerQuotaFilter filter, Offset page) {
		return new Found(this.store.count(distributorId, filter),
				this.store.search(distributorId, filter, page.offset(), page.limit()));
	}

	private static Stream<Movement> splitOff(Quota part) {
		UUID parent = Objects.requireNonNull(part.parentQuotaId());
		return Stream.of(
				new Movement(parent, Kind.DELEGATED, Bucket.AVAILABLE, Bucket.DELEGATED, part.granted(), part.id()),
				new Movement(part.id(), Kind.GRANTED, Bucket.GRANTOR, Bucket.AVAILABLE, part.granted(), parent));
	}

	private static Stream<Movement> takenBack(Quota part, Quota parent, Instant now) {
		return Stream.of(
				new Movement(part.id(), Kind.WITHDRAWN, Bucket.AVAILABLE, Bucket.WITHDRAWN, part.available(),
						parent.id()),
				ReturnRules.back(Kind.TAKEN_BACK, Bucket.DELEGATED, parent, part.available(), part.id(), now));
	}

	/** A page of a search and the number of all that match. */
	public record Found(int count, List<Quota> quotas) {
	}

}
