package io.partnerhub.coupon.redemption;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import io.partnerhub.contracts.CouponType;
import io.partnerhub.coupon.coupon.Coupon;
import io.partnerhub.coupon.coupon.HeldCoupon;
import io.partnerhub.coupon.limit.BillingMode;
import io.partnerhub.coupon.limit.Limits;
import io.partnerhub.platform.money.Money;

/** Which coupons fit an order (USE-03, USE-06, VOU-12, CSH-06), and for how much. */
final class EligibilityRules {

	/** USE-02: vouchers before cash coupons; of the same kind, what expires first. */
	static final Comparator<Coupon> DEDUCTION = Comparator.comparing(Coupon::type)
		.thenComparing((coupon) -> coupon.terms().expiresAt())
		.thenComparing(Coupon::id);

	private EligibilityRules() {
	}

	static Eligibility assess(HeldCoupon held, PayableOrder order, Standing standing, Instant now) {
		Set<Refusal> refusals = EnumSet.noneOf(Refusal.class);
		refusals.addAll(ofStanding(held, standing, now));
		refusals.addAll(ofRoom(held));
		refusals.addAll(ofOrder(held.coupon(), order));
		return new Eligibility(held, refusals.isEmpty() ? usable(held, order) : Money.zero(), refusals);
	}

	/** What can still change while an order is unpaid: asked again before its payment. */
	static Set<Refusal> ofStanding(HeldCoupon held, Standing standing, Instant now) {
		Coupon coupon = held.coupon();
		Coupon.State state = coupon.stateAt(now);
		Set<Refusal> refusals = EnumSet.noneOf(Refusal.class);
		add(refusals, Refusal.NOT_YET_VALID, now.isBefore(coupon.terms().effectiveAt()));
		add(refusals, Refusal.EXPIRED, state == Coupon.State.EXPIRED);
		add(refusals, Refusal.RECLAIMED, state == Coupon.State.RECLAIMED || held.ending() || standing.linkOver(coupon));
		add(refusals, Refusal.USED_UP, state == Coupon.State.USED);
		add(refusals, Refusal.CUSTOMER_FROZEN, standing.customerFrozen());
		add(refusals, Refusal.ISSUER_FROZEN, standing.issuerFrozen(coupon));
		refusals.addAll(ofInvoice(coupon.terms(), standing));
		return refusals;
	}

	/** CSH-06: what CSH-04 asks at issue is asked again at use. */
	private static Set<Refusal> ofInvoice(Coupon.Terms terms, Standing standing) {
		if (!terms.invoiceToUser()) {
			return Set.of();
		}
		String entity = standing.signingEntity();
		Set<Refusal> refusals = EnumSet.noneOf(Refusal.class);
		add(refusals, Refusal.SIGNING_ENTITY_UNKNOWN, entity == null);
		add(refusals, Refusal.INVOICE_RESTRICTION,
				standing.buyer().resale() || (entity != null && !entity.equals(terms.signingEntity())));
		return refusals;
	}

	/** USE-04, USE-05: what other orders hold of it is not free. */
	private static Set<Refusal> ofRoom(HeldCoupon held) {
		int times = held.coupon().terms().limits().usageTimes();
		Set<Refusal> refusals = EnumSet.noneOf(Refusal.class);
		add(refusals, Refusal.HELD_FOR_OTHER_ORDERS, held.coupon().locked().isPositive() && held.free().isZero());
		add(refusals, Refusal.USAGE_TIMES_REACHED, times > 0 && held.coupon().usedTimes() + held.openOrders() >= times);
		return refusals;
	}

	private static Set<Refusal> ofOrder(Coupon coupon, PayableOrder order) {
		Limits limits = coupon.terms().limits();
		Set<Refusal> refusals = EnumSet.noneOf(Refusal.class);
		add(refusals, Refusal.CUSTOMER_NOT_NAMED, !allows(limits.namedCustomers(), order.customerId()));
		add(refusals, Refusal.CLEARS_ARREARS, order.clearsArrears());
		add(refusals, Refusal.ORDER_TYPE, !allows(limits.orderTypes(), order.type()));
		add(refusals, Refusal.BILLING_MODE, !allows(limits.billingModes(), order.billingMode()));
		add(refusals, Refusal.REGION,
				!limits.regions().isEmpty() && (order.region() == null || !limits.regions().contains(order.region())));
		add(refusals, Refusal.NOT_FIRST_ORDER, limits.firstOrderOnly() && !order.firstOrder());
		add(refusals, Refusal.DISCOUNTED, limits.withoutDiscount() && order.discount() != null);
		refusals.addAll(ofAmount(coupon.terms(), order));
		return refusals;
	}

	/** The text says "greater than 100" for 满100; reaching it is enough (C7). */
	private static Set<Refusal> ofAmount(Coupon.Terms terms, PayableOrder order) {
		Money matching = matching(terms.limits(), order);
		if (matching.isZero()) {
			return Set.of(Refusal.NO_MATCHING_PRODUCT);
		}
		Money minimum = terms.limits().minimumOrder();
		Money maximum = terms.limits().maximumOrder();
		Set<Refusal> refusals = EnumSet.noneOf(Refusal.class);
		add(refusals, Refusal.BELOW_MINIMUM,
				matching.compareTo(terms.minimumOrder()) < 0 || (minimum != null && matching.compareTo(minimum) < 0));
		add(refusals, Refusal.ABOVE_MAXIMUM, maximum != null && matching.compareTo(maximum) > 0);
		return refusals;
	}

	private static Money usable(HeldCoupon held, PayableOrder order) {
		Money usable = min(held.free(), matching(held.coupon().terms().limits(), order));
		return (held.coupon().type() == CouponType.CASH_COUPON) ? min(usable, cashCap(List.of(held.coupon()), order))
				: usable;
	}

	private static Money matching(Limits limits, PayableOrder order) {
		return order.lines()
			.stream()
			.filter((line) -> matches(limits, line))
			.map(PayableOrder.Line::payable)
			.reduce(Money.zero(), Money::plus);
	}

	/**
	 * Whether a product is within the limits; goods of the marketplace only if those name
	 * them (USE-06).
	 */
	static boolean matches(Limits limits, PayableOrder.Line line) {
		boolean named = limits.productIds().contains(line.productId())
				|| limits.serviceTypes().contains(line.serviceType());
		return allows(limits.serviceTypes(), line.serviceType()) && allows(limits.productIds(), line.productId())
				&& !limits.excludedServiceTypes().contains(line.serviceType())
				&& !limits.excludedProductIds().contains(line.productId())
				&& (!limits.strictSelectedOnly() || line.strictlySelected()) && (!line.marketplace() || named);
	}

	/**
	 * CSH-08: the strictest ratio among the cash coupons counts for all of them together;
	 * what is paid per use knows none.
	 */
	static Money cashCap(Collection<Coupon> coupons, PayableOrder order) {
		if (order.billingMode() == BillingMode.PAY_PER_USE) {
			return order.payable();
		}
		BigDecimal ratio = coupons.stream()
			.filter((coupon) -> coupon.type() == CouponType.CASH_COUPON)
			.flatMap((coupon) -> Stream.ofNullable(coupon.terms().limits().maxDeductionRatio()))
			.min(Comparator.naturalOrder())
			.orElse(BigDecimal.ONE);
		return Money.ofMinor(ratio.multiply(BigDecimal.valueOf(order.payable().minor()))
			.setScale(0, RoundingMode.DOWN)
			.longValueExact());
	}

	static Money min(Money one, Money other) {
		return (one.compareTo(other) <= 0) ? one : other;
	}

	/** An empty set does not limit. */
	private static <T> boolean allows(Set<T> limit, T value) {
		return limit.isEmpty() || limit.contains(value);
	}

	private static void add(Set<Refusal> refusals, Refusal refusal, boolean applies) {
		if (applies) {
			refusals.add(refusal);
		}
	}

}
