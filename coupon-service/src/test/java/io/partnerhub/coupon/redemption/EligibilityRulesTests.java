package io.partnerhub.coupon.redemption;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import io.partnerhub.contracts.AssociationType;
import io.partnerhub.contracts.CouponType;
import io.partnerhub.contracts.PartnerStatus;
import io.partnerhub.coupon.coupon.HeldCoupon;
import io.partnerhub.coupon.customer.Buyer;
import io.partnerhub.coupon.limit.BillingMode;
import io.partnerhub.coupon.limit.Limits;
import io.partnerhub.coupon.limit.OrderType;
import io.partnerhub.platform.Ids;
import io.partnerhub.platform.money.Money;
import io.partnerhub.platform.testkit.MovableClock;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

class EligibilityRulesTests {

	private final UUID partner = Ids.next();

	@Test
	void letsAnUnlimitedVoucherPayWhatItCan() {
		assertThat(assess(Given.voucher("100.00", Limits.NONE), order("30.00")).usable()).isEqualTo(Money.of("30.00"));
		assertThat(assess(Given.voucher("20.00", Limits.NONE), order("30.00")).usable()).isEqualTo(Money.of("20.00"));
	}

	@ParameterizedTest
	@CsvSource({ "99.99,false", "100.00,true", "100.01,true" })
	@Tag("USE-03")
	void takesReachingTheMinimumForEnough(String payable, boolean fits) {
		HeldCoupon voucher = Given.coupon(CouponType.VOUCHER, "10.00", "100.00", Limits.NONE, false);
		assertThat(assess(voucher, order(payable)).fits()).isEqualTo(fits);
	}

	@Test
	@Tag("USE-03")
	void countsOnlyMatchingProductsTowardsTheMinimum() {
		HeldCoupon voucher = Given.coupon(CouponType.VOUCHER, "10.00", "100.00", Given.services("ecs"), false);
		PayableOrder order = order(line("ecs", "60.00", false), line("obs", "60.00", false));
		assertThat(assess(voucher, order).refusals()).containsExactly(Refusal.BELOW_MINIMUM);
	}

	@Test
	@Tag("USE-03")
	void tellsAllReasonsAtOnce() {
		Limits limits = new Limits(Set.of("obs"), Set.of(), Set.of(), Set.of(), Set.of("cn-north-1"),
				Set.of(OrderType.RENEW), Set.of(BillingMode.PAY_PER_USE), null, null, true, true, 0, Set.of(Ids.next()),
				false, null, 0);
		PayableOrder order = new PayableOrder("1", Ids.next(), OrderType.NEW, BillingMode.SUBSCRIPTION, null,
				List.of(line("ecs", "1.00", false)), PayableOrder.Discount.PARTNER, false, true);
		assertThat(assess(Given.voucher("1.00", limits), order).refusals()).containsExactlyInAnyOrder(
				Refusal.NO_MATCHING_PRODUCT, Refusal.REGION, Refusal.ORDER_TYPE, Refusal.BILLING_MODE,
				Refusal.NOT_FIRST_ORDER, Refusal.DISCOUNTED, Refusal.CUSTOMER_NOT_NAMED, Refusal.CLEARS_ARREARS);
	}

	@Test
	@Tag("USE-03")
	void fitsFromTheFirstToBeforeTheLastMoment() {
		HeldCoupon voucher = Given.voucher("1.00", Limits.NONE);
		assertThat(refusalsAt(voucher, MovableClock.START.minusMillis(1))).containsExactly(Refusal.NOT_YET_VALID);
		assertThat(refusalsAt(voucher, MovableClock.START)).isEmpty();
		assertThat(refusalsAt(voucher, Given.EXPIRY.minusMillis(1))).isEmpty();
		assertThat(refusalsAt(voucher, Given.EXPIRY)).containsExactly(Refusal.EXPIRED);
	}

	@Test
	@Tag("USE-04")
	void countsHeldOrdersTowardsTheUsageTimes() {
		HeldCoupon twice = Given.voucher("10.00", Given.times(2));
		assertThat(assess(Given.used(twice, "5.00", "0.00", 1, 0), order("1.00")).fits()).isTrue();
		assertThat(assess(Given.used(twice, "5.00", "1.00", 1, 1), order("1.00")).refusals())
			.containsExactly(Refusal.USAGE_TIMES_REACHED);
	}

	@Test
	@Tag("USE-05")
	void leavesFreeWhatOtherOrdersDoNotHold() {
		HeldCoupon voucher = Given.voucher("10.00", Limits.NONE);
		assertThat(assess(Given.used(voucher, "10.00", "4.00", 0, 1), order("100.00")).usable())
			.isEqualTo(Money.of("6.00"));
		assertThat(assess(Given.used(voucher, "10.00", "10.00", 0, 1), order("100.00")).refusals())
			.containsExactly(Refusal.HELD_FOR_OTHER_ORDERS);
	}

	@Test
	@Tag("USE-06")
	void paysForMarketplaceGoodsOnlyIfTheLimitsNameThem() {
		PayableOrder order = order(line("market", "10.00", true));
		assertThat(assess(Given.voucher("10.00", Limits.NONE), order).refusals())
			.containsExactly(Refusal.NO_MATCHING_PRODUCT);
		assertThat(assess(Given.voucher("10.00", Given.services("market")), order).fits()).isTrue();
	}

	@Test
	@Tag("CSH-06")
	void refusesACouponInvoicedToItsUserOnceHeIsAResaleCustomer() {
		HeldCoupon coupon = Given.invoicedToUser("10.00");
		assertThat(EligibilityRules.assess(coupon, order("1.00"), healthy(AssociationType.RESALE), MovableClock.START)
			.refusals()).containsExactly(Refusal.INVOICE_RESTRICTION);
		assertThat(EligibilityRules.assess(coupon, order("1.00"), healthy(AssociationType.ADVISORY), MovableClock.START)
			.fits()).isTrue();
	}

	@Test
	@Tag("CSH-06")
	@Tag("CSH-15")
	void refusesACouponInvoicedToItsUserUnlessItsSigningEntityContractsHim() {
		HeldCoupon coupon = Given.invoicedToUser("10.00");
		Buyer advisory = buyer(AssociationType.ADVISORY);
		assertThat(EligibilityRules.ofStanding(coupon, new Standing(advisory, "CN-2", Map.of()), MovableClock.START))
			.containsExactly(Refusal.INVOICE_RESTRICTION);
		assertThat(EligibilityRules.ofStanding(coupon, new Standing(advisory, null, Map.of()), MovableClock.START))
			.containsExactly(Refusal.SIGNING_ENTITY_UNKNOWN);
		assertThat(EligibilityRules.ofStanding(Given.cash("10.00", Limits.NONE), new Standing(advisory, null, Map.of()),
				MovableClock.START))
			.isEmpty();
	}

	@Test
	@Tag("REC-06")
	void refusesACouponWhoseLinkIsOver() {
		HeldCoupon former = Given.under(Given.voucher("10.00", Limits.NONE), 1);
		Buyer.Present link = new Buyer.Present(former.coupon().partnerId(), former.coupon().ownerPartnerId(), 1,
				AssociationType.RESALE);
		assertThat(EligibilityRules.ofStanding(former, healthy(AssociationType.RESALE), MovableClock.START))
			.containsExactly(Refusal.RECLAIMED);
		assertThat(EligibilityRules.ofStanding(Given.under(former, 1),
				new Standing(new Buyer(Ids.next(), false, link), null, Map.of()), MovableClock.START))
			.isEmpty();
		assertThat(EligibilityRules.ofStanding(Given.under(former, 2),
				new Standing(new Buyer(Ids.next(), false, link), null, Map.of()), MovableClock.START))
			.containsExactly(Refusal.RECLAIMED);
	}

	@Test
	@Tag("VOU-12")
	void refusesFrozenCustomers() {
		Standing frozen = new Standing(new Buyer(Ids.next(), true, null), null, Map.of());
		assertThat(EligibilityRules.ofStanding(Given.voucher("1.00", Limits.NONE), frozen, MovableClock.START))
			.containsExactly(Refusal.CUSTOMER_FROZEN);
	}

	@ParameterizedTest
	@EnumSource(value = PartnerStatus.class, names = { "RESTRICTED", "FROZEN" })
	@Tag("VOU-12")
	void refusesResaleCustomersOfAnUnhealthyPartnerOnly(PartnerStatus status) {
		Map<UUID, PartnerStatus> unhealthy = Map.of(this.partner, status);
		assertThat(new Standing(buyer(AssociationType.RESALE), null, unhealthy).customerFrozen()).isTrue();
		assertThat(new Standing(buyer(AssociationType.ADVISORY), null, unhealthy).customerFrozen()).isFalse();
	}

	@Test
	@Tag("VOU-12")
	void refusesCouponsOfAFrozenIssuer() {
		HeldCoupon voucher = Given.voucher("1.00", Limits.NONE);
		Standing standing = new Standing(buyer(AssociationType.RESALE), null,
				Map.of(voucher.coupon().partnerId(), PartnerStatus.FROZEN));
		assertThat(EligibilityRules.ofStanding(voucher, standing, MovableClock.START))
			.containsExactly(Refusal.ISSUER_FROZEN);
	}

	@Test
	@Tag("CSH-08")
	void capsACashCouponByItsRatioUnlessPaidPerUse() {
		HeldCoupon coupon = Given.cash("100.00", Given.ratio("0.333"));
		assertThat(assess(coupon, order("10.00")).usable()).isEqualTo(Money.of("3.33"));
		PayableOrder perUse = new PayableOrder("1", Ids.next(), OrderType.NEW, BillingMode.PAY_PER_USE, null,
				List.of(line("ecs", "10.00", false)), null, false, false);
		assertThat(assess(coupon, perUse).usable()).isEqualTo(Money.of("10.00"));
	}

	private Set<Refusal> refusalsAt(HeldCoupon coupon, java.time.Instant now) {
		return EligibilityRules.assess(coupon, order("1.00"), healthy(AssociationType.RESALE), now).refusals();
	}

	private Eligibility assess(HeldCoupon coupon, PayableOrder order) {
		return EligibilityRules.assess(coupon, order, healthy(AssociationType.RESALE), MovableClock.START);
	}

	private Standing healthy(AssociationType type) {
		return new Standing(buyer(type), Given.ENTITY, Map.of());
	}

	private Buyer buyer(AssociationType type) {
		return new Buyer(Ids.next(), false, new Buyer.Present(this.partner, this.partner, 1, type));
	}

	private static PayableOrder order(String payable) {
		return order(line("ecs", payable, false));
	}

	private static PayableOrder order(PayableOrder.Line... lines) {
		return new PayableOrder("1", Ids.next(), OrderType.NEW, BillingMode.SUBSCRIPTION, null, List.of(lines), null,
				false, false);
	}

	private static PayableOrder.Line line(String service, String payable, boolean marketplace) {
		return new PayableOrder.Line(service, service + "-1", false, marketplace, Money.of(payable));
	}

}
