package io.partnerhub.billing.refund;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

import io.partnerhub.billing.CouponStub;
import io.partnerhub.billing.Given;
import io.partnerhub.billing.Ordering;
import io.partnerhub.billing.Partner;
import io.partnerhub.contracts.AssociationType;
import io.partnerhub.platform.Ids;
import io.partnerhub.platform.testkit.HubClient;
import io.partnerhub.platform.testkit.MovableClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** A part of a combined order is refunded up to what was paid for that part. */
@RefundTest
@Tag("ORD-14")
@Tag("I-25")
class RefundingPartsTests {

	private static final String TOO_MUCH = "REFUND_EXCEEDS_PAYMENT";

	private final Given given;

	private final Till till;

	private final CouponStub coupons;

	private final RefundJobs jobs;

	private final MovableClock clock;

	private final JdbcClient jdbc;

	private final Ordering ordering;

	private Partner partner;

	private UUID customer;

	RefundingPartsTests(Given given, Till till, CouponStub coupons, RefundJobs jobs, MovableClock clock,
			JdbcClient jdbc, HubClient client) {
		this.given = given;
		this.till = till;
		this.coupons = coupons;
		this.jobs = jobs;
		this.clock = clock;
		this.jdbc = jdbc;
		this.ordering = new Ordering(client);
	}

	@BeforeEach
	void hasAPartnerWithMoney() {
		this.clock.reset();
		this.partner = this.given.distributorWith("90000.00");
		this.customer = this.given.customer(this.partner, AssociationType.ADVISORY);
	}

	@Test
	void refundsOfAPartNoMoreThanWasPaidForIt() {
		String number = paid("40.00", "60.00", "100.00", Map.of());
		assertThat(this.till.refunded(number + "-1", "40.01")).isEqualTo(TOO_MUCH);
		assertThat(this.till.refunded(number + "-1", "30.00")).isEqualTo("DONE");
		assertThat(this.till.refunded(number + "-1", "10.01")).isEqualTo(TOO_MUCH);
		assertThat(this.till.refunded((number + "-1").toLowerCase(Locale.ROOT), "10.00")).isEqualTo("DONE");
		assertThat(this.till.refunded(number + "-1", "0.01")).isEqualTo(TOO_MUCH);
		assertThat(this.till.refunded(number + "-2", "60.00")).isEqualTo("DONE");
	}

	@Test
	void countsWhatADiscountTookOffThePart() {
		String number = paid("40.00", "60.00", "100.00", Map.of("discountId", "D1"));
		assertThat(this.till.refunded(number + "-1", "35.01")).isEqualTo(TOO_MUCH);
		assertThat(this.till.refunded(number + "-1", "35.00")).isEqualTo("DONE");
		assertThat(this.till.refunded(number + "-2", "60.00")).isEqualTo("DONE");
	}

	@Test
	@Tag("ORD-16")
	void freesWhatARejectedRefundOfThePartTook() {
		String number = paid("55000.00", "5000.00", "60000.00", Map.of());
		assertThat(this.till.refunded(number + "-1", "55000.00")).isEqualTo("AWAITING_APPROVAL");
		assertThat(this.till.refunded(number + "-1", "0.01")).isEqualTo(TOO_MUCH);
		String id = this.till.shown(number + "-1").text("/items/0/id");
		this.till.decide(id, "rejection").expect(200);
		assertThat(this.till.refunded(number + "-1", "50000.00")).isEqualTo("DONE");
	}

	@Test
	@Tag("USE-07")
	void countsCouponsOfThePartUntilTheyAreRefused() {
		this.coupons.pays("20.00");
		UUID voucher = Ids.next();
		String number = paid("40.00", "60.00", "100.00", Map.of("couponIds", List.of(voucher)));
		Map<String, Object> refund = new HashMap<>(Till.refundOf(number + "-1", "30.00"));
		refund.put("coupons", List.of(Map.of("couponId", voucher, "amount", Given.money("10.01"))));
		assertThat(this.till.outcome(refund)).isEqualTo(TOO_MUCH);
		refund.put("coupons", List.of(Map.of("couponId", voucher, "amount", Given.money("10.00"))));
		assertThat(this.till.outcome(refund)).isEqualTo("DONE");
		assertThat(this.till.refunded(number + "-1", "0.01")).isEqualTo(TOO_MUCH);
		this.coupons.refuses("returns", "VOUCHER_NOT_RETURNED");
		this.jobs.run();
		assertThat(this.till.refunded(number + "-1", "10.01")).isEqualTo(TOO_MUCH);
		assertThat(this.till.refunded(number + "-1", "10.00")).isEqualTo("DONE");
	}

	@Test
	void letsNoRowSayMore() {
		String number = paid("40.00", "60.00", "100.00", Map.of());
		refusesToWrite("refunded_part_minor = 4001", number + "-1", "order_refunded_part");
		refusesToWrite("refunded_part_minor = -1", number + "-1", "order_refunded_part");
		refusesToWrite("refunded_part_minor = 1", number, "order_refunded_part");
		refusesToWrite("part_paid_minor = 4001", number + "-1", "");
		refusesToWrite("part_paid_minor = 1", number, "order_part_paid");
	}

	/**
	 * A combined order with a discount of 5.00 on its first part, which may be chosen.
	 */
	private String paid(String one, String other, String sum, Map<String, Object> choice) {
		String number = Ordering.number();
		Map<String, Object> discount = Map.of("discountId", "D1", "type", 0, "mode", 2, "lines",
				List.of(Map.of("lineId", "1", "amount", Given.money("5.00"))));
		this.ordering.report(Ordering.with(Ordering.combined(this.customer, number, one, other, sum), "discounts",
				List.of(discount)));
		this.till.payOnBehalf(this.partner, this.customer, number, choice);
		return number;
	}

	private void refusesToWrite(String change, String order, String constraint) {
		assertThatExceptionOfType(DataIntegrityViolationException.class)
			.isThrownBy(() -> this.jdbc.sql("update customer_order set " + change + " where order_number = :number")
				.param("number", order)
				.update())
			.withMessageContaining(constraint);
	}

}
