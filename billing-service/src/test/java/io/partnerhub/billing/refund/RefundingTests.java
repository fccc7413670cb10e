package io.partnerhub.billing.refund;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.partnerhub.billing.Books;
import io.partnerhub.billing.Given;
import io.partnerhub.billing.Ordering;
import io.partnerhub.billing.Partner;
import io.partnerhub.billing.ledger.AccountType;
import io.partnerhub.billing.order.Paid;
import io.partnerhub.contracts.AssociationType;
import io.partnerhub.contracts.OrderEvent.OrderRefunded;
import io.partnerhub.platform.Ids;
import io.partnerhub.platform.testkit.Announced;
import io.partnerhub.platform.testkit.Hears;
import io.partnerhub.platform.testkit.HubClient;
import io.partnerhub.platform.testkit.HubClient.Answer;
import io.partnerhub.platform.testkit.MovableClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Money of refunds goes where the matrix says, and no more than was paid. */
@RefundTest
class RefundingTests {

	private final Given given;

	private final Till till;

	private final Books books;

	private final Hears hears;

	private final Announced announced;

	private final MovableClock clock;

	private final JdbcClient jdbc;

	private final Ordering ordering;

	RefundingTests(Given given, Till till, Books books, Hears hears, Announced announced, MovableClock clock,
			JdbcClient jdbc, HubClient client) {
		this.given = given;
		this.till = till;
		this.books = books;
		this.hears = hears;
		this.announced = announced;
		this.clock = clock;
		this.jdbc = jdbc;
		this.ordering = new Ordering(client);
	}

	@BeforeEach
	void silence() {
		this.announced.next();
	}

	@AfterEach
	void booksBalance() {
		this.clock.reset();
		this.books.balance();
	}

	@Test
	@Tag("ORD-20")
	@Tag("I-25")
	void givesAResaleCustomerHisMoneyBackWhileTheLinkLasts() {
		Partner partner = this.given.distributorWith("500.00");
		UUID customer = this.given.customerWith(partner, "100.00");
		String order = this.till.paidByCustomer(partner, customer);
		this.announced.next();
		assertThat(this.till.refunded(order, "40.00")).isEqualTo("DONE");
		assertThat(this.books.customerHas(customer)).isEqualTo("40.00");
		assertThat(this.books.partnerHas(partner)).isEqualTo("400.00");
		OrderRefunded told = this.announced.next(OrderRefunded.class).getFirst();
		assertThat(told.toAccount()).isEqualTo("CUSTOMER_ACCOUNT");
		assertThat(told.amount().amount()).isEqualTo("40.00");
		assertThat(this.till.shown(order).text("/items/0/expectedBy")).isEqualTo("2026-03-02");
	}

	@Test
	@Tag("ORD-20")
	@Tag("I-25")
	void givesAResaleCustomersMoneyToThePartnerOnceTheLinkIsOver() {
		Partner partner = this.given.distributorWith("500.00");
		UUID left = this.given.customerWith(partner, "100.00");
		UUID switched = this.given.customerWith(partner, "100.00");
		String first = this.till.paidByCustomer(partner, left);
		String second = this.till.paidByCustomer(partner, switched);
		this.hears.event(Given.disassociated(partner, left, 1, AssociationType.RESALE));
		this.hears.event(Given.switched(partner, switched, 1, AssociationType.ADVISORY));
		assertThat(this.till.refunded(first, "60.00")).isEqualTo("DONE");
		assertThat(this.till.refunded(second, "100.00")).isEqualTo("DONE");
		assertThat(this.books.partnerHas(partner)).isEqualTo("460.00");
		assertThat(this.books.customerHas(left) + this.books.customerHas(switched)).isEqualTo("0.000.00");
		assertThat(this.till.shown(first).text("/items/0/destination")).isEqualTo("PARTNER_ACCOUNT");
	}

	@Test
	@Tag("ORD-20")
	void givesItToThePartnerWhoseCustomerPaidAfterATransfer() {
		Partner distributor = this.given.distributorWith("500.00");
		Partner reseller = this.given.resellerOf(distributor);
		UUID customer = this.given.customerWith(distributor, "100.00");
		String order = this.till.paidByCustomer(distributor, customer);
		this.hears.event(Given.moved(distributor, reseller, customer, 1));
		assertThat(this.till.refunded(order, "100.00")).isEqualTo("DONE");
		assertThat(this.books.partnerHas(distributor)).isEqualTo("500.00");
		assertThat(this.books.partnerHas(reseller)).isEqualTo("0.00");
	}

	@Test
	@Tag("ORD-20")
	@Tag("I-25")
	void givesThePartnerBackWhatItPaidWhateverBecameOfTheLink() {
		Partner partner = this.given.distributorWith("500.00");
		for (AssociationType model : AssociationType.values()) {
			UUID customer = this.given.customer(partner, model);
			String order = this.till.paidByPartner(partner, customer, model);
			assertThat(this.till.refunded(order, "50.00")).isEqualTo("DONE");
			this.hears.event(Given.disassociated(partner, customer, 1, model));
			assertThat(this.till.refunded(order, "50.00")).isEqualTo("DONE");
			assertThat(this.till.shown(order).text("/items/0/destination")).isEqualTo("PARTNER_ACCOUNT");
		}
		assertThat(this.books.partnerHas(partner)).isEqualTo("500.00");
	}

	@Test
	@Tag("ORD-20")
	@Tag("I-25")
	void leavesToTheVendorWhatAnAdvisoryCustomerPaidThere() {
		Partner partner = this.given.distributorWith("500.00");
		UUID customer = this.given.customer(partner, AssociationType.ADVISORY);
		String balance = this.till.paidAtVendor(partner, customer, Paid.With.BALANCE);
		String online = this.till.paidAtVendor(partner, customer, Paid.With.ONLINE);
		assertThat(this.till.refunded(balance, "30.00")).isEqualTo("DONE");
		assertThat(this.till.refunded(online, "30.00")).isEqualTo("DONE");
		assertThat(this.till.shown(balance).text("/items/0/destination")).isEqualTo("CUSTOMER_ACCOUNT");
		assertThat(this.till.shown(online).text("/items/0/destination")).isEqualTo("ORIGINAL_ROUTE");
		assertThat(this.till.shown(online).text("/items/0/expectedBy")).isEqualTo("2026-03-10");
		this.hears.event(Given.switched(partner, customer, 1, AssociationType.RESALE));
		assertThat(this.till.refunded(online, "30.00")).isEqualTo("DONE");
		assertThat(this.till.shown(online).text("/items/0/destination")).isEqualTo("CUSTOMER_ACCOUNT");
		assertThat(this.books.partnerHas(partner)).isEqualTo("500.00");
		assertThat(this.books.customerHas(customer)).isEqualTo("0.00");
	}

	@Test
	@Tag("ORD-20")
	@Tag("I-12")
	void movesNothingOfWhatAResaleCustomerPaidAtTheVendorWhereverItGoes() {
		Partner partner = this.given.distributorWith("500.00");
		UUID customer = this.given.resaleCustomer(partner);
		String order = this.till.paid(partner, customer, Till.Bill.of(AssociationType.RESALE, Paid.By.CUSTOMER));
		assertThat(this.till.refunded(order, "30.00")).isEqualTo("DONE");
		assertThat(this.till.shown(order).text("/items/0/destination")).isEqualTo("CUSTOMER_ACCOUNT");
		this.hears.event(Given.disassociated(partner, customer, 1, AssociationType.RESALE));
		assertThat(this.till.refunded(order, "30.00")).isEqualTo("DONE");
		assertThat(this.till.shown(order).text("/items/0/destination")).isEqualTo("PARTNER_ACCOUNT");
		assertThat(this.books.partnerHas(partner)).isEqualTo("500.00");
	}

	@Test
	@Tag("I-25")
	void givesCreditBackBeforeCash() {
		Partner partner = this.given.withCredit(this.given.distributorWith("500.00"), "100.00");
		UUID customer = this.given.customerWith(partner, "70.00");
		this.till.appropriateCredit(partner, customer, "30.00");
		String order = this.till.paid(partner, customer,
				Till.Bill.of(AssociationType.RESALE, Paid.By.CUSTOMER)
					.from(AccountType.CASH)
					.of("100.00", "30.00", "0.00"));
		assertThat(this.till.refunded(order, "50.00")).isEqualTo("DONE");
		assertThat(this.books.has(customer, "CREDIT")).isEqualTo("30.00");
		assertThat(this.books.has(customer, "CASH")).isEqualTo("20.00");
		this.hears.event(Given.disassociated(partner, customer, 1, AssociationType.RESALE));
		assertThat(this.till.refunded(order, "50.00")).isEqualTo("DONE");
		assertThat(this.books.has(partner.id(), "CREDIT")).isEqualTo("0.00");
		assertThat(this.books.has(partner.id(), "CASH")).isEqualTo("500.00");
	}

	@Test
	@Tag("I-17")
	void countsARefundOnceAndRefusesAnotherUnderItsReference() {
		Partner partner = this.given.distributorWith("500.00");
		String order = this.till.paidByPartner(partner, this.given.resaleCustomer(partner), AssociationType.RESALE);
		Map<String, Object> refund = Till.refundOf(order, "40.00");
		String id = this.till.refund(refund).expect(200).text("/items/0/id");
		assertThat(this.till.refund(refund).expect(200).text("/items/0/id")).isEqualTo(id);
		refund.put("amount", Given.money("41.00"));
		assertThat(this.till.refund(refund).expect(200).text("/items/0/code")).isEqualTo("REFUND_REFERENCE_USED");
		assertThat(this.books.partnerHas(partner)).isEqualTo("440.00");
	}

	@Test
	@Tag("I-17")
	@Tag("I-25")
	void neverRefundsMoreThanWasPaid() {
		Partner partner = this.given.distributorWith("500.00");
		String order = this.till.paidByPartner(partner, this.given.resaleCustomer(partner), AssociationType.RESALE);
		assertThat(this.till.refunded(order, "100.01")).isEqualTo("REFUND_EXCEEDS_PAYMENT");
		assertThat(this.till.refunded(order, "70.00")).isEqualTo("DONE");
		assertThat(this.till.refunded(order, "30.01")).isEqualTo("REFUND_EXCEEDS_PAYMENT");
		assertThat(this.till.refunded("CS-nobody-knows", "1.00")).isEqualTo("ORDER_NOT_FOUND");
		assertThat(this.books.partnerHas(partner)).isEqualTo("470.00");
		refusesToWrite(order, "refunded_cash_minor", "order_refunded_cash");
		refusesToWrite(order, "refunded_credit_minor", "order_refunded_credit");
		refusesToWrite(order, "refunded_coupon_minor", "order_refunded_coupons");
	}

	@Test
	@Tag("I-17")
	@Tag("I-25")
	void countsThePartsOfACombinedOrderTogether() {
		Partner partner = this.given.distributorWith("500.00");
		String number = Ordering.number();
		UUID customer = this.given.customer(partner, AssociationType.ADVISORY);
		this.ordering.report(Ordering.with(Ordering.combined(customer, number, "40.00", "60.00", "100.00"), "status",
				"COMPLETED", "payment", Ordering.payment("100.00", "0.00")));
		assertThat(this.till.refunded(number + "-1", "40.00")).isEqualTo("DONE");
		assertThat(this.till.shown(number + "-1").text("/items/0/destination")).isEqualTo("ORIGINAL_ROUTE");
		assertThat(this.till.refunded(number + "-2", "60.01")).isEqualTo("REFUND_EXCEEDS_PAYMENT");
		assertThat(this.till.refunded(number, "60.00")).isEqualTo("DONE");
		assertThat(this.till.refunded(number + "-1", "0.01")).isEqualTo("REFUND_EXCEEDS_PAYMENT");
		assertThat(this.till.shown(number).json().at("/items")).extracting((each) -> each.at("/orderId").asString())
			.containsExactly(number, number + "-1");
		assertThat(this.till.shown(number + "-1").json().at("/items")).hasSize(1);
	}

	@Test
	void judgesEachOfABatchForItself() {
		Partner partner = this.given.distributorWith("500.00");
		String order = this.till.paidByPartner(partner, this.given.resaleCustomer(partner), AssociationType.RESALE);
		Answer answer = this.till
			.refundAll(List.of(Till.refundOf(order, "60.00"), Till.refundOf(order, "60.00"),
					Till.refundOf("CS-none", "1.00"), Till.refundOf(order, "40.00")))
			.expect(200);
		assertThat(answer.json().at("/items"))
			.extracting((item) -> item.at("/state").asString("") + item.at("/code").asString(""))
			.containsExactly("DONE", "REFUND_EXCEEDS_PAYMENT", "ORDER_NOT_FOUND", "DONE");
		assertThat(this.books.partnerHas(partner)).isEqualTo("500.00");
	}

	@Test
	void refusesWhatMakesNoSense() {
		this.till.refund("CS1", "0.00").refused(400, "INVALID_REQUEST");
		this.till.refund("CS1", "-1.00").refused(400, "INVALID_REQUEST");
		Map<String, Object> refund = Till.refundOf("CS1", "1.00");
		refund.put("cause", "WHIM");
		this.till.refund(refund).refused(400, "INVALID_REQUEST");
		refund = Till.refundOf("CS1", "1.00");
		refund.put("amount", Map.of("amount", "1.00", "currency", "USD"));
		this.till.refund(refund).refused(400, "INVALID_REQUEST");
		this.till.refundAll(List.of()).refused(400, "INVALID_REQUEST");
		this.till.decide(Ids.next().toString(), "approval").refused(404, "NOT_FOUND");
	}

	private void refusesToWrite(String order, String column, String constraint) {
		assertThatExceptionOfType(DataIntegrityViolationException.class)
			.isThrownBy(
					() -> this.jdbc.sql("update customer_order set " + column + " = 10001 where order_number = :number")
						.param("number", order)
						.update())
			.withMessageContaining(constraint);
	}

}
