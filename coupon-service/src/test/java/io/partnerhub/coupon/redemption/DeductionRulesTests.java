package io.partnerhub.coupon.redemption;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.partnerhub.coupon.coupon.Coupon;
import io.partnerhub.coupon.coupon.HeldCoupon;
import io.partnerhub.coupon.limit.BillingMode;
import io.partnerhub.coupon.limit.Limits;
import io.partnerhub.coupon.limit.OrderType;
import io.partnerhub.platform.Ids;
import io.partnerhub.platform.money.Money;
import io.partnerhub.platform.problem.Problem;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class DeductionRulesTests {

	@Test
	@Tag("USE-02")
	@Tag("CSH-09")
	void deductsTheVoucherBeforeTheCashCoupons() {
		HeldCoupon cash = Given.cash("80.00", Limits.NONE);
		HeldCoupon voucher = Given.voucher("70.00", Limits.NONE);
		assertThat(shares(List.of(cash, voucher), order("100.00"))).containsExactly(
				Map.entry(voucher.coupon(), Money.of("70.00")), Map.entry(cash.coupon(), Money.of("30.00")));
	}

	@Test
	@Tag("USE-05")
	void takesNoMoreThanNeeded() {
		HeldCoupon voucher = Given.voucher("70.00", Limits.NONE);
		assertThat(shares(List.of(voucher), order("12.34"))).containsEntry(voucher.coupon(), Money.of("12.34"));
	}

	@Test
	@Tag("CSH-08")
	void keepsAllCashCouponsTogetherWithinTheStrictestRatio() {
		HeldCoupon half = Given.cash("80.00", Given.ratio("0.5"));
		HeldCoupon free = Given.cash("40.00", Limits.NONE);
		Map<Coupon, Money> shares = shares(List.of(Given.used(half, "20.00", "0.00", 0, 0), free), order("100.00"));
		assertThat(shares.values().stream().reduce(Money.zero(), Money::plus)).isEqualTo(Money.of("50.00"));
	}

	@Test
	@Tag("CSH-08")
	void refusesACashCouponBeyondTheRatio() {
		assertThatExceptionOfType(Problem.class)
			.isThrownBy(() -> shares(List.of(Given.cash("80.00", Given.ratio("0.5")), Given.cash("80.00", Limits.NONE)),
					order("100.00")))
			.returns("RATIO_EXCEEDED", Problem::code);
	}

	@Test
	void refusesACouponWithNothingToPay() {
		assertThatExceptionOfType(Problem.class)
			.isThrownBy(() -> shares(List.of(Given.voucher("10.00", Limits.NONE), Given.cash("1.00", Limits.NONE)),
					order("10.00")))
			.returns("COUPON_NOT_NEEDED", Problem::code);
	}

	@Test
	void leavesProductsToTheCouponsThatFitNoOthers() {
		HeldCoupon voucher = Given.voucher("10.00", Limits.NONE);
		HeldCoupon cash = Given.cash("10.00", Given.services("ecs"));
		PayableOrder order = order(line("ecs", "10.00"), line("obs", "10.00"));
		assertThat(shares(List.of(voucher, cash), order)).containsEntry(cash.coupon(), Money.of("10.00"));
	}

	@Test
	@Tag("USE-01")
	void refusesASecondVoucher() {
		List<Coupon> vouchers = Stream.generate(() -> Given.voucher("1.00", Limits.NONE).coupon()).limit(2).toList();
		assertThatExceptionOfType(Problem.class).isThrownBy(() -> DeductionRules.checkChoice(vouchers))
			.returns("TOO_MANY_VOUCHERS", Problem::code);
	}

	private static Map<Coupon, Money> shares(List<HeldCoupon> coupons, PayableOrder order) {
		return DeductionRules.shares(coupons, order);
	}

	private static PayableOrder order(String payable) {
		return order(line("ecs", payable));
	}

	private static PayableOrder order(PayableOrder.Line... lines) {
		return new PayableOrder("1", Ids.next(), OrderType.NEW, BillingMode.SUBSCRIPTION, null, List.of(lines), null,
				false, false);
	}

	private static PayableOrder.Line line(String service, String payable) {
		return new PayableOrder.Line(service, service + "-1", false, false, Money.of(payable));
	}

}
