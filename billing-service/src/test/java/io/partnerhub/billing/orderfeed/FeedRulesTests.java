package io.partnerhub.billing.orderfeed;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import io.partnerhub.billing.order.OrderDiscount;
import io.partnerhub.billing.order.OrderFacts;
import io.partnerhub.billing.order.OrderLine;
import io.partnerhub.billing.order.OrderStatus;
import io.partnerhub.billing.order.OrderType;
import io.partnerhub.billing.order.Paid;
import io.partnerhub.billing.payonbehalf.VendorPayment;
import io.partnerhub.platform.Ids;
import io.partnerhub.platform.money.Money;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class FeedRulesTests {

	private static final Instant NOW = Instant.parse("2026-03-01T08:00:00Z");

	@Test
	void takesAnOrderThatAddsUp() {
		assertThat(fault(OrderStatus.PENDING_PAYMENT, OrderType.NEW, "10.00", null, List.of())).isEmpty();
	}

	@Test
	void takesWhatGivesBackBelowZeroOnlyFromTypesThatDo() {
		assertThat(fault(OrderStatus.COMPLETED, OrderType.UNSUBSCRIPTION, "-5.00", null, List.of())).isEmpty();
		assertThat(fault(OrderStatus.COMPLETED, OrderType.RENEWAL, "-5.00", null, List.of()))
			.isEqualTo("amountAfterDiscount");
		assertThat(fault(OrderStatus.PENDING_PAYMENT, OrderType.CHANGE, "-5.00", null, List.of()))
			.isEqualTo("amountAfterDiscount");
	}

	@Test
	@Tag("I-24")
	void wantsPaymentsThatAddUpForPaidOrdersOnly() {
		assertThat(fault(OrderStatus.COMPLETED, OrderType.NEW, "10.00", null, List.of())).isEmpty();
		assertThat(fault(OrderStatus.COMPLETED, OrderType.NEW, "10.00", paid("7.00", "3.00"), List.of())).isEmpty();
		assertThat(fault(OrderStatus.COMPLETED, OrderType.NEW, "10.00", paid("7.00", "2.00"), List.of()))
			.isEqualTo("payment");
		assertThat(fault(OrderStatus.COMPLETED, OrderType.NEW, "10.00", paid("11.00", "-1.00"), List.of()))
			.isEqualTo("payment");
		assertThat(fault(OrderStatus.PENDING_PAYMENT, OrderType.NEW, "10.00", paid("10.00", "0.00"), List.of()))
			.isEqualTo("payment");
	}

	@Test
	@Tag("ORD-17")
	void wantsDiscountsOfLinesThatCostAsMuch() {
		assertThat(discounted(0, "1", "10.00")).isEmpty();
		assertThat(discounted(0, "1", "10.01")).isEqualTo("discounts");
		assertThat(discounted(3, "1", "10.01")).isEmpty();
		assertThat(discounted(0, "2", "1.00")).isEqualTo("discounts");
		assertThat(discounted(4, "1", "1.00")).isEqualTo("discounts");
	}

	private static String discounted(int type, String line, String off) {
		return fault(OrderStatus.PENDING_PAYMENT, OrderType.NEW, "10.00", null,
				List.of(new OrderDiscount("D1", type, null, 2, null, Map.of(line, Money.of(off)))));
	}

	/** The field at fault, or nothing. */
	private static String fault(OrderStatus status, OrderType type, String amount, @Nullable VendorPayment payment,
			List<OrderDiscount> discounts) {
		Money money = Money.of(amount);
		OrderFacts facts = new OrderFacts(type, 1, "ec2", null, money, money, NOW, NOW.plus(Duration.ofDays(7)), null,
				null, null, null, null, false, null);
		OrderLine line = new OrderLine(Ids.next(), "1", null, "ec2", null, "s6", null, null, null, null, 1, money,
				money, null, null, false, false);
		FeedRules.Fault fault = FeedRules.fault(
				new OrderNews(Ids.next(), "CS1", 1, status, facts, payment, List.of(line), List.of(), discounts, false),
				NOW);
		return (fault != null) ? fault.field() : "";
	}

	private static VendorPayment paid(String cash, String coupons) {
		return new VendorPayment(Paid.With.BALANCE, null, Money.of(cash), Money.of(coupons), NOW);
	}

}
