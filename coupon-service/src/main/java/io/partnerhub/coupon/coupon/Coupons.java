package io.partnerhub.coupon.coupon;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.partnerhub.contracts.CouponType;
import io.partnerhub.contracts.Permission;
import io.partnerhub.coupon.quota.Movement;
import io.partnerhub.coupon.quota.Quotas;
import io.partnerhub.coupon.record.OperationRecord;
import io.partnerhub.coupon.record.OperationRecords;
import io.partnerhub.coupon.record.OperationType;
import io.partnerhub.coupon.settings.CouponProperties;
import io.partnerhub.platform.Ids;
import io.partnerhub.platform.caller.Caller;
import io.partnerhub.platform.money.Money;
import io.partnerhub.platform.page.Offset;
import io.partnerhub.platform.page.Page;
import io.partnerhub.platform.page.PageQuery;
import io.partnerhub.platform.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What vouchers and cash coupons have in common: they are handed out from a quota, and
 * shown to their issuer and their customer.
 */
@Service
public class Coupons {

	private final CouponStore store;

	private final IssuedCouponStore issued;

	private final Quotas quotas;

	private final OperationRecords records;

	private final CouponProperties properties;

	private final Clock clock;

	Coupons(CouponStore store, IssuedCouponStore issued, Quotas quotas, OperationRecords records,
			CouponProperties properties, Clock clock) {
		this.store = store;
		this.issued = issued;
		this.quotas = quotas;
		this.records = records;
		this.properties = properties;
		this.clock = clock;
	}

	/**
	 * Takes coupons from their locked quotas, all at once; each handout is a line of its
	 * quota's journal. Whoever calls it has checked the quotas, and announces the
	 * coupons.
	 */
	public void issue(List<Handout> handouts) {
		if (handouts.isEmpty()) {
			return;
		}
		this.quotas.book(handouts.stream().map(Handout::movement).toList());
		this.store.insert(handouts.stream().flatMap((handout) -> handout.coupons().stream()).toList());
		this.records.add(handouts.stream().flatMap(Handout::records).toList());
	}

	/**
	 * How many coupons customers have of quotas that limit it, their rows being locked.
	 */
	public Map<Holding, Integer> count(Set<Holding> holdings) {
		return holdings.isEmpty() ? Map.of() : this.store.count(holdings, this.clock.instant());
	}

	/**
	 * The issuer's list: without what expired more than 2 years ago, or of such alone
	 * (X-06).
	 */
	@Transactional(readOnly = true)
	public Page<Coupon> issued(Caller caller, CouponFilter filter, boolean longExpired, PageQuery page) {
		caller.require(Permission.VIEW_COUPONS);
		Instant now = this.clock.instant();
		Instant oldest = now.minus(this.properties.shown().expiredToPartners());
		CouponFilter shown = longExpired ? filter.expiredBefore(oldest) : filter.expiringAfter(oldest);
		return Page.of(this.issued.page(caller, shown, now, page), page, Coupon::id);
	}

	@Transactional(readOnly = true)
	public Coupon issued(Caller caller, CouponType type, UUID id) {
		caller.require(Permission.VIEW_COUPONS);
		return this.issued.find(caller, type, id).orElseThrow(() -> Problem.notFound("VOUCHER_NOT_FOUND", "voucher"));
	}

	/**
	 * The customer's own coupons; what was reclaimed is gone for him (REC-03), and so is
	 * what expired more than 6 months ago.
	 */
	@Transactional(readOnly = true)
	public Page<Coupon> mine(Caller caller, CouponType type, PageQuery page) {
		Instant oldest = this.clock.instant().minus(this.properties.shown().expiredToCustomers());
		return Page.of(this.store.pageOfCustomer(caller.customer(), type, oldest, page), page, Coupon::id);
	}

	@Transactional(readOnly = true)
	public Coupon mine(Caller caller, CouponType type, UUID id) {
		return this.store.findOfCustomer(caller.customer(), type, id)
			.orElseThrow(() -> Problem.notFound("VOUCHER_NOT_FOUND", "voucher"));
	}

	/** The orders around each of the coupons. */
	@Transactional(readOnly = true)
	public List<CouponOrders> orders(List<Coupon> coupons) {
		Map<UUID, CouponOrders> known = this.store.orders(coupons.stream().map(Coupon::id).toList())
			.stream()
			.collect(Collectors.toMap(CouponOrders::couponId, Function.identity()));
		return coupons.stream()
			.map((coupon) -> known.getOrDefault(coupon.id(), CouponOrders.none(coupon.id())))
			.toList();
	}

	/** For the vendor-compatible face: a page, and how many there are. */
	@Transactional(readOnly = true)
	public Found search(UUID owner, CouponFilter filter, Offset page) {
		Instant now = this.clock.instant();
		CouponFilter shown = filter.expiringAfter(now.minus(this.properties.shown().expiredToPartners()));
		return new Found(this.issued.count(owner, shown, now),
				this.issued.search(owner, shown, now, page.offset(), page.limit()));
	}

	static OperationRecord record(Coupon coupon, OperationType type, Money amount, String operator,
			@Nullable String remark, Instant now) {
		return new OperationRecord(Ids.next(), coupon.type(), coupon.partnerId(), coupon.ownerPartnerId(), type,
				coupon.quotaId(), coupon.id(), coupon.customerId(), coupon.epoch(), amount, true, operator, remark,
				now);
	}

	/** Coupons that are given together, all from one quota. */
	public record Handout(List<Coupon> coupons, String operator, @Nullable String remark) {

		private Movement movement() {
			Coupon first = this.coupons.getFirst();
			Money amount = this.coupons.stream().map(Coupon::face).reduce(Money.zero(), Money::plus);
			return Movement.issued(first.quotaId(), amount, (this.coupons.size() == 1) ? first.id() : null);
		}

		private Stream<OperationRecord> records() {
			return this.coupons.stream()
				.map((coupon) -> record(coupon, OperationType.ISSUE, coupon.face(), this.operator, this.remark,
						coupon.createdAt()));
		}

	}

	/** A page of a search and the number of all that match. */
	public record Found(int count, List<Coupon> coupons) {
	}

}
