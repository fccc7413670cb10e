package io.partnerhub.billing.invoice;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import io.partnerhub.billing.BillingTest;
import io.partnerhub.billing.Given;
import io.partnerhub.billing.Partner;
import io.partnerhub.billing.Uploads;
import io.partnerhub.billing.ledger.Realm;
import io.partnerhub.platform.money.Money;
import io.partnerhub.platform.testkit.HubClient;
import io.partnerhub.platform.testkit.MovableClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** What PostgreSQL keeps of the rules, whoever writes. */
@BillingTest
class InvoiceConstraintsTests {

	private final Given given;

	private final JdbcClient jdbc;

	private final BilledOrderStore orders;

	private final OwedInvoiceStore owedInvoices;

	private final OffsetStore offsets;

	private final MovableClock clock;

	private final Vendor vendor;

	private Partner partner;

	InvoiceConstraintsTests(HubClient client, Given given, Uploads uploads, JdbcClient jdbc, BilledOrderStore orders,
			OwedInvoiceStore owedInvoices, OffsetStore offsets, MovableClock clock) {
		this.given = given;
		this.jdbc = jdbc;
		this.orders = orders;
		this.owedInvoices = owedInvoices;
		this.offsets = offsets;
		this.clock = clock;
		this.vendor = new Vendor(client, uploads);
		this.partner = given.distributor();
	}

	@BeforeEach
	void onTheFifthOfMarch() {
		this.clock.set(Instant.parse("2026-03-05T08:00:00Z"));
		this.partner = this.given.distributor();
	}

	@AfterEach
	void backInTime() {
		this.clock.reset();
	}

	@Test
	@Tag("INVO-07")
	void moveNoOrderFromOneInvoiceToAnother() {
		String order = this.vendor.order(this.partner, "60.00", "6.00");
		this.vendor.requested(this.partner, "ELECTRONIC", order);
		String other = this.vendor.requested(this.partner, "ELECTRONIC",
				this.vendor.order(this.partner, "60.00", "6.00"));
		refusedBy("is in an invoice already", () -> put(order, other));
		assertThat(this.orders.put(List.of(UUID.fromString(order)), UUID.fromString(other))).isZero();
	}

	@Test
	@Tag("INVO-07")
	void putOrdersIntoInvoicesOfTheirKindOnly() {
		String invoice = this.vendor.requested(this.partner, "ELECTRONIC",
				this.vendor.order(this.partner, "60.00", "6.00"));
		String otherRate = this.vendor.order(this.partner, "60.00", "13.00");
		refusedBy("billed_order_in_invoice_of_its_kind", () -> put(otherRate, invoice));
		String former = this.vendor.order(this.partner, Vendor.number(), "60.00", "6.00", Vendor.FORMER_ENTITY);
		refusedBy("billed_order_in_invoice_of_its_kind", () -> put(former, invoice));
		put(this.vendor.order(this.partner, "60.00", "6.00"), invoice);
	}

	@Test
	@Tag("INVO-03")
	void offsetAtEqualTaxRatesAndForOneCompanyOnly() {
		OwedInvoice owed = owed();
		String otherRate = this.vendor.order(this.partner, "60.00", "13.00");
		refusedBy("owed_invoice_offset_order_of_equal_kind", () -> offset(owed, otherRate));
		String former = this.vendor.order(this.partner, Vendor.number(), "60.00", "6.00", Vendor.FORMER_ENTITY);
		refusedBy("owed_invoice_offset_order_of_equal_kind", () -> offset(owed, former));
		offset(owed, this.vendor.order(this.partner, "60.00", "6.00"));
	}

	@Test
	@Tag("INVO-03")
	void letOffsetsOnlyEnd() {
		String order = this.vendor.order(this.partner, "60.00", "6.00");
		this.vendor.offset(this.partner, owed().id().toString(), order).expect(200);
		Offset offset = this.offsets.standing(UUID.fromString(order)).getFirst();
		this.offsets.takeBack(offset, Money.of("4.00"));
		assertThat(this.offsets.standing(offset.orderId())).extracting(Offset::standing)
			.containsExactly(Money.of("6.00"));
		refusedBy("an offset only ends", () -> this.offsets.takeBack(offset, Money.of("-1.00")));
		refusedBy("an offset only ends",
				() -> this.jdbc
					.sql("update owed_invoice_offset set amount_minor = 1, standing_minor = 0 where id = :id")
					.param("id", offset.id())
					.update());
	}

	@Test
	@Tag("INVO-03")
	void giveAnOrderOutOnce() {
		String order = this.vendor.order(this.partner, "60.00", "6.00");
		UUID id = UUID.fromString(order);
		this.orders.refund(id, Money.of("50.01"));
		refusedBy("billed_order_not_exceeded", () -> this.orders.offset(id, Money.of("10.00")));
	}

	private static void refusedBy(String constraint, Runnable write) {
		assertThatExceptionOfType(DataIntegrityViolationException.class).isThrownBy(write::run)
			.withMessageContaining(constraint);
	}

	private void put(String order, String invoice) {
		this.jdbc.sql("update billed_order set invoice_id = cast(:invoice as uuid) where id = cast(:order as uuid)")
			.param("invoice", invoice)
			.param("order", order)
			.update();
	}

	/** 10.00 at 6 percent. */
	private OwedInvoice owed() {
		String id = this.vendor.owed(this.partner, "FP-1", "10.00", "6.00").expect(201).text("/id");
		return this.owedInvoices.lock(new Realm(this.partner.tenant(), this.partner.id()), UUID.fromString(id))
			.orElseThrow();
	}

	private void offset(OwedInvoice owed, String order) {
		this.offsets.byOrder(owed, UUID.fromString(order), Money.of("10.00"), "op", this.clock.instant());
	}

}
