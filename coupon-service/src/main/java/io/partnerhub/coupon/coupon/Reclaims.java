package io.partnerhub.coupon.coupon;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import io.partnerhub.contracts.CouponType;
import io.partnerhub.contracts.Permission;
import io.partnerhub.coupon.quota.Quotas;
import io.partnerhub.platform.caller.Caller;
import io.partnerhub.platform.money.Money;
import io.partnerhub.platform.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Taking coupons back by hand (REC-01), one or many, each whole or in part; the answer
 * names what really went back (REC-02).
 */
@Service
public class Reclaims {

	private final CouponStore store;

	private final Quotas quotas;

	private final Ends ends;

	private final Clock clock;

	Reclaims(CouponStore store, Quotas quotas, Ends ends, Clock clock) {
		this.store = store;
		this.quotas = quotas;
		this.ends = ends;
		this.clock = clock;
	}

	/** Of one available coupon the whole balance, or an amount that no order holds. */
	@Transactional
	public Back byHand(Caller caller, CouponType type, UUID couponId, @Nullable Money amount, @Nullable String remark) {
		caller.require(Permission.RECLAIM_VOUCHERS);
		Instant now = this.clock.instant();
		Coupon coupon = lock(caller, type, couponId);
		return take(caller, coupon, ReclaimRules.amount(coupon, amount, now), remark, now);
	}

	/**
	 * As the vendor-compatible face does it: the whole balance, from resale customers.
	 */
	@Transactional
	public void byHandOfResale(Caller caller, UUID couponId) {
		caller.require(Permission.RECLAIM_VOUCHERS);
		Instant now = this.clock.instant();
		Coupon coupon = lock(caller, CouponType.VOUCHER, couponId);
		ReclaimRules.checkResale(coupon);
		take(caller, coupon, ReclaimRules.amount(coupon, null, now), null, now);
	}

	/** The whole balance of each that allows it; the others are told why not. */
	@Transactional
	public Batch allByHand(Caller caller, CouponType type, List<UUID> couponIds, @Nullable String remark) {
		caller.require(Permission.RECLAIM_VOUCHERS);
		Instant now = this.clock.instant();
		Map<UUID, Coupon> coupons = lockAll(caller, type, couponIds);
		Map<UUID, Money> amounts = new TreeMap<>();
		List<Refused> refused = new ArrayList<>();
		for (UUID id : couponIds) {
			try {
				Coupon coupon = known(coupons.get(id));
				amounts.put(id, ReclaimRules.amount(coupon, null, now));
			}
			catch (Problem problem) {
				refused.add(new Refused(id, problem));
			}
		}
		if (!amounts.isEmpty()) {
			this.ends.take(amounts, caller.subject(), remark, now);
		}
		return new Batch(couponIds.stream()
			.filter(amounts::containsKey)
			.map((id) -> new Back(id, known(amounts.get(id)), Money.zero()))
			.toList(), refused);
	}

	private Coupon lock(Caller caller, CouponType type, UUID id) {
		return known(lockAll(caller, type, List.of(id)).get(id));
	}

	/** First the quotas, then the coupons, as every end of coupons does. */
	private Map<UUID, Coupon> lockAll(Caller caller, CouponType type, List<UUID> ids) {
		this.quotas.lockAll(this.store.quotasOf(caller.owner(), type, ids));
		return this.store.lock(caller.owner(), type, ids)
			.stream()
			.collect(Collectors.toMap(Coupon::id, Function.identity()));
	}

	private Back take(Caller caller, Coupon coupon, Money amount, @Nullable String remark, Instant now) {
		this.ends.take(Map.of(coupon.id(), amount), caller.subject(), remark, now);
		return new Back(coupon.id(), amount, coupon.balance().minus(amount));
	}

	private static <T> T known(@Nullable T found) {
		if (found == null) {
			throw Problem.notFound("VOUCHER_NOT_FOUND", "voucher");
		}
		return found;
	}

	/** What went back of a coupon, and what is left of it. */
	public record Back(UUID couponId, Money amount, Money left) {
	}

	/** Why a coupon of a batch stays. */
	public record Refused(UUID couponId, Problem problem) {
	}

	/** A batch, in the order of the request. */
	public record Batch(List<Back> reclaimed, List<Refused> refused) {
	}

}
