package io.partnerhub.billing.refund;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.partnerhub.billing.CouponStub;
import io.partnerhub.billing.Given;
import io.partnerhub.billing.Partner;
import io.partnerhub.billing.ledger.AccountType;
import io.partnerhub.billing.order.Paid;
import io.partnerhub.contracts.AssociationType;
import io.partnerhub.platform.Ids;
import io.partnerhub.platform.testkit.MovableClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;

/** Coupons of a refunded order come back through coupon-service (USE-07). */
@RefundTest
@Tag("USE-07")
@ExtendWith(OutputCaptureExtension.class)
class GivingCouponsBackTests {

	private final Given given;

	private final Till till;

	private final CouponStub coupons;

	private final RefundJobs jobs;

	private final MovableClock clock;

	private final UUID voucher = Ids.next();

	GivingCouponsBackTests(Given given, Till till, CouponStub coupons, RefundJobs jobs, MovableClock clock) {
		this.given = given;
		this.till = till;
		this.coupons = coupons;
		this.jobs = jobs;
		this.clock = clock;
	}

	@BeforeEach
	void nothingElseIsDue() {
		this.coupons.pays("0.00");
		this.clock.advance(Duration.ofDays(1));
		this.jobs.run();
		this.clock.reset();
		this.coupons.pays("0.00");
	}

	@AfterEach
	void presentTime() {
		this.clock.reset();
	}

	@Test
	void givesThemBackOnce() {
		String order = order();
		assertThat(refunded(order, "20.00")).isEqualTo("DONE");
		assertThat(state(order)).isEqualTo("PENDING");
		this.jobs.run();
		this.jobs.run();
		assertThat(state(order)).isEqualTo("RETURNED");
		assertThat(this.till.shown(order).text("/items/0/coupons/0/fate")).isEqualTo("USABLE");
		assertThat(this.coupons.heard()).containsExactly("returns");
	}

	@Test
	void tellsThatWhatCameBackToAnExpiredCouponIsVoid() {
		String order = order();
		refunded(order, "20.00");
		this.coupons.returnsAs("EXPIRED");
		this.jobs.run();
		assertThat(state(order)).isEqualTo("RETURNED");
		assertThat(this.till.shown(order).text("/items/0/coupons/0/fate")).isEqualTo("EXPIRED");
		assertThat(refunded(order, "20.00")).isEqualTo("REFUND_EXCEEDS_PAYMENT");
	}

	@Test
	void repeatsWhatWasNotAnsweredUntilItIs() {
		String order = order();
		refunded(order, "20.00");
		this.coupons.losesTheAnswerTo("returns");
		this.jobs.run();
		assertThat(state(order)).isEqualTo("PENDING");
		this.coupons.answersAgain();
		this.clock.advance(Duration.ofSeconds(30));
		this.jobs.run();
		assertThat(state(order)).isEqualTo("RETURNED");
		assertThat(this.coupons.heard()).containsExactly("returns", "returns");
	}

	@Test
	void waitsUntilThePaymentIsSettledThere() {
		String order = order();
		refunded(order, "20.00");
		this.coupons.refuses("returns", "ORDER_NOT_PAID");
		this.jobs.run();
		assertThat(state(order)).isEqualTo("PENDING");
	}

	@Test
	void leavesUsedWhatDoesNotComeBackAndLetsAnotherRefundTry(CapturedOutput output) {
		String order = order();
		refunded(order, "20.00");
		assertThat(refunded(order, "0.01")).isEqualTo("REFUND_EXCEEDS_PAYMENT");
		this.coupons.refuses("returns", "VOUCHER_NOT_RETURNED");
		this.jobs.run();
		assertThat(state(order)).isEqualTo("REFUSED");
		assertThat(output.getOut().lines().filter((line) -> line.contains("stay used")))
			.noneMatch((line) -> line.contains("ERROR"));
		assertThat(this.till.shown(order).text("/items/0/coupons/0/refusal")).isEqualTo("VOUCHER_NOT_RETURNED");
		assertThat(refunded(order, "20.00")).isEqualTo("DONE");
	}

	@Test
	void returnsTheOthersWhenOneCouponIsRefused() {
		String order = order();
		UUID cash = Ids.next();
		Map<String, Object> refund = Till.refundOf(order, "0.00");
		refund.put("coupons", List.of(part(this.voucher, "15.00"), part(cash, "5.00")));
		assertThat(this.till.outcome(refund)).isEqualTo("DONE");
		this.coupons.withholds(this.voucher, "VOUCHER_NOT_RETURNED");
		this.jobs.run();
		assertThat(this.till.shown(order).json().at("/items/0/coupons"))
			.extracting((each) -> each.at("/couponId").asString() + " " + each.at("/state").asString() + " "
					+ each.at("/fate").asString("") + each.at("/refusal").asString(""))
			.containsExactlyInAnyOrder(this.voucher + " REFUSED VOUCHER_NOT_RETURNED", cash + " RETURNED USABLE");
		assertThat(refunded(order, "15.01")).isEqualTo("REFUND_EXCEEDS_PAYMENT");
		assertThat(refunded(order, "15.00")).isEqualTo("DONE");
	}

	@Test
	void refusesCouponsOfAnOrderPaidWithout() {
		Partner partner = this.given.distributorWith("500.00");
		String order = this.till.paidByPartner(partner, this.given.resaleCustomer(partner), AssociationType.RESALE);
		assertThat(refunded(order, "1.00")).isEqualTo("REFUND_COUPONS_UNKNOWN");
	}

	/** An order of 100.00 of which a voucher paid 20.00. */
	private String order() {
		Partner partner = this.given.distributorWith("500.00");
		return this.till.paid(partner, this.given.resaleCustomer(partner),
				Till.Bill.of(AssociationType.RESALE, Paid.By.PARTNER)
					.from(AccountType.CASH)
					.of("80.00", "0.00", "20.00"));
	}

	private String refunded(String order, String amount) {
		Map<String, Object> refund = Till.refundOf(order, "0.00");
		refund.put("coupons", List.of(part(this.voucher, amount)));
		return this.till.outcome(refund);
	}

	private static Map<String, Object> part(UUID coupon, String amount) {
		return Map.of("couponId", coupon, "amount", Given.money(amount));
	}

	private String state(String order) {
		return this.till.shown(order).text("/items/0/coupons/0/state");
	}

}
