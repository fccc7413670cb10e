package io.partnerhub.billing.refund;

import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import io.partnerhub.billing.Books;
import io.partnerhub.billing.Given;
import io.partnerhub.billing.Partner;
import io.partnerhub.billing.customer.KnownCustomers;
import io.partnerhub.billing.ledger.WorkingDays;
import io.partnerhub.billing.order.Orders;
import io.partnerhub.billing.provider.Providers;
import io.partnerhub.platform.Ids;
import io.partnerhub.platform.event.Outbox;
import io.partnerhub.platform.money.Money;
import io.partnerhub.platform.testkit.MovableClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/** Where partners settle by the month, refunds are settled with them at its end. */
@RefundTest
@Tag("ORD-20")
class ByTheMonthTests {

	private final Given given;

	private final Till till;

	private final Books books;

	private final MovableClock clock;

	private final TransactionTemplate transaction;

	private final Refunds monthly;

	ByTheMonthTests(Given given, Till till, Books books, MovableClock clock, TransactionTemplate transaction,
			RefundStore store, CouponReturnStore coupons, Unsubscriptions unsubscriptions, RefundMoney money,
			Providers providers, KnownCustomers customers, Orders orders, Outbox outbox) {
		this.given = given;
		this.till = till;
		this.books = books;
		this.clock = clock;
		this.transaction = transaction;
		RefundSettings settings = new RefundSettings(5_000_000, Duration.ofHours(24), Settlement.MONTH_END, 1, 7,
				ZoneId.of("Asia/Shanghai"), Duration.ofSeconds(2), 50, Duration.ofSeconds(30));
		this.monthly = new Refunds(
				store, coupons, unsubscriptions, orders, customers, new RefundSettlements(store, coupons, money,
						providers, customers, orders, outbox, settings, new WorkingDays(Set.of()), clock),
				settings, clock);
	}

	@AfterEach
	void presentTime() {
		this.clock.reset();
		this.books.balance();
	}

	@Test
	void givesThePartnerAtTheEndOfTheMonthWhatTheCustomerPaid() {
		Partner partner = this.given.distributorWith("500.00");
		String order = this.till.paidByCustomer(partner, this.given.customerWith(partner, "100.00"));
		ToldRefund told = new ToldRefund(Ids.next().toString(), "R" + order, order, RefundCause.NO_REASON,
				Money.of("40.00"), Map.of(), new ToldRefund.Subject("hws.service.type.ec2", null, null, null, null));
		Refund refund = Objects
			.requireNonNull(this.transaction.execute((_) -> this.monthly.learn(List.of(told)).getFirst().get()));
		assertThat(refund.state()).isEqualTo(Refund.State.SCHEDULED);
		assertThat(refund.settleAt()).isEqualTo("2026-03-31T16:00:00Z");
		assertThat(this.books.partnerHas(partner)).isEqualTo("400.00");
		this.clock.advance(Duration.ofDays(31));
		this.transaction.executeWithoutResult((_) -> this.monthly.goOn(refund.id()));
		assertThat(this.books.partnerHas(partner)).isEqualTo("440.00");
		assertThat(this.till.shown(order).text("/items/0/destination")).isEqualTo("PARTNER_ACCOUNT");
	}

}
