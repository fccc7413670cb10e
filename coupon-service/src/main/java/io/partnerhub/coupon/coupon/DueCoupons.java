package io.partnerhub.coupon.coupon;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import io.partnerhub.coupon.coupon.EndStore.Due;
import io.partnerhub.coupon.quota.Quotas;
import io.partnerhub.coupon.settings.CouponProperties;
import io.partnerhub.platform.money.Money;
import org.springframework.stereotype.Service;

/**
 * Ends coupons that nobody asks for: step by step, so that a step holds its quotas for a
 * moment only. What unpaid orders hold of them is voided; running payments are awaited
 * (REC-06).
 */
@Service
public class DueCoupons {

	/** Before every coupon. */
	static final UUID START = new UUID(0, 0);

	private final EndStore store;

	private final Ends ends;

	private final CouponLocks locks;

	private final Quotas quotas;

	private final CouponProperties properties;

	private final Clock clock;

	DueCoupons(EndStore store, Ends ends, CouponLocks locks, Quotas quotas, CouponProperties properties, Clock clock) {
		this.store = store;
		this.ends = ends;
		this.locks = locks;
		this.quotas = quotas;
		this.properties = properties;
		this.clock = clock;
	}

	/**
	 * Ends all of them in the transaction of the caller, who expects few; tells how many
	 * went back.
	 */
	public long end(Ending ending) {
		long count = 0;
		Chunk chunk = next(ending, START);
		while (!chunk.last().equals(START)) {
			count += chunk.taken().size();
			chunk = next(ending, chunk.last());
		}
		return count;
	}

	/** The next of them after a coupon: first its quotas are locked, then its coupons. */
	Chunk next(Ending ending, UUID after) {
		List<Due> due = this.store.due(ending, after, this.properties.reclaim().couponsPerStep());
		if (due.isEmpty()) {
			return Chunk.NONE;
		}
		Instant now = this.clock.instant();
		List<UUID> ids = due.stream().map(Due::id).toList();
		this.quotas.lockAll(due.stream().map(Due::quotaId).distinct().toList());
		List<UUID> waiting = due.stream().anyMatch(Due::locked) ? voidLocks(ids, ending) : List.of();
		List<Taken> taken = this.ends.end(ids, ending.operation(), ending.unusedOnly(), now);
		return new Chunk(due.size(), ids.getLast(), taken, waiting);
	}

	/**
	 * After which coupon the next step goes on. All are seen when a step from the start
	 * on has found few, and no other command had a hand in one of them.
	 */
	Optional<UUID> goOn(Chunk chunk, UUID after) {
		if (chunk.due() == this.properties.reclaim().couponsPerStep()) {
			return Optional.of(chunk.last());
		}
		return (after.equals(START) && chunk.settled()) ? Optional.empty() : Optional.of(START);
	}

	/** Tells which of the coupons must wait. */
	private List<UUID> voidLocks(List<UUID> ids, Ending ending) {
		this.store.lock(ids);
		List<UUID> waiting = this.locks.voidAll(ids);
		this.store.letWait(waiting, ending.operation());
		return waiting;
	}

	/**
	 * What became of some coupons.
	 *
	 * @param due how many were to end
	 * @param last the last of them, to go on after it
	 * @param taken what went back
	 * @param waiting those that end with their running payment
	 */
	record Chunk(int due, UUID last, List<Taken> taken, List<UUID> waiting) {

		static final Chunk NONE = new Chunk(0, START, List.of(), List.of());

		Money amount() {
			return Taken.sum(this.taken);
		}

		/** Whether no other command had a hand in one of them meanwhile. */
		boolean settled() {
			return this.due == this.taken.size() + this.waiting.size();
		}

	}

}
