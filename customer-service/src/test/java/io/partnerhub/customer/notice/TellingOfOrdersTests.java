package io.partnerhub.customer.notice;

import java.sql.Timestamp;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

import io.partnerhub.contracts.Amount;
import io.partnerhub.contracts.AssociationType;
import io.partnerhub.contracts.CouponEvent.CashCouponIssued;
import io.partnerhub.contracts.OrderEvent.OrderPaidOnBehalf;
import io.partnerhub.contracts.OrderEvent.PayOnBehalfRejected;
import io.partnerhub.contracts.ProgramEvent.PartnerSettingsChanged;
import io.partnerhub.customer.CustomerScenario;
import io.partnerhub.customer.Mailbox.Received;
import io.partnerhub.customer.Partner;
import io.partnerhub.platform.Ids;
import io.partnerhub.platform.caller.Caller;
import io.partnerhub.platform.testkit.HubClient.Answer;
import io.partnerhub.platform.testkit.MovableClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Each order is named, though a mail of these tests has two lines and orders two mails.
 */
@TestPropertySource(properties = { "partnerhub.notices.lines-per-mail=2", "partnerhub.notices.order-mails=2" })
class TellingOfOrdersTests extends CustomerScenario {

	@Autowired
	private NoticeMails mails;

	private Partner partner;

	private UUID customer;

	private final String address = address();

	private final String mobile = mobile();

	@BeforeEach
	void aCustomerWhoseAddressTheVendorTold() {
		this.jdbc.sql("delete from notice").update();
		this.partner = partner();
		this.customer = customerOf(this.partner, AssociationType.ADVISORY);
		told(this.customer, this.address, "+86" + this.mobile);
	}

	@Test
	@Tag("ORD-09")
	void writesToTheCustomerWhosePartnerPaid() {
		this.hears.event(paid("CS1", "7.00", "3.00"));
		Answer letters = letters();
		assertThat(letters.text("/items/0/kind") + letters.text("/items/0/orderId")).isEqualTo("ORDER_PAIDCS1");
		assertThat(letters.text("/items/0/amount/amount") + " " + letters.text("/items/0/couponAmount/amount"))
			.isEqualTo("7.00 3.00");
		assertThat(letters.json().at("/items/0/coupons").isMissingNode()).isTrue();
		assertThat(mailed(1)).singleElement()
			.satisfies((mail) -> assertThat(mail.subject()).isEqualTo(this.partner.name() + " 已为您支付订单"))
			.satisfies((mail) -> assertThat(mail.text()).contains("合作伙伴已为您支付订单 CS1：7.00 CNY，另以优惠券抵扣 3.00 CNY")
				.doesNotContain("代金券"));
		assertThat(mailbox.of(textsOf(this.mobile), 1)).hasSize(1);
	}

	@Test
	@Tag("ORD-09")
	void namesEveryOrderInMailsOfTheirOwn() {
		this.hears.event(new CashCouponIssued(this.partner.tenant(), this.partner.id(), this.customer, 1, Ids.next(),
				Ids.next(), cny("5.00"), false, MovableClock.START, MovableClock.START.plusSeconds(60)));
		IntStream.rangeClosed(1, 6).forEach((number) -> this.hears.event(paid("CS" + number, number + ".00", "0.00")));
		List<Received> all = mailed(3);
		assertThat(all).filteredOn((mail) -> mail.subject().contains("现金券"))
			.singleElement()
			.satisfies((mail) -> assertThat(mail.text()).contains("5.00 CNY").doesNotContain("订单"));
		String orders = all.stream()
			.map(Received::text)
			.filter((text) -> text.contains("订单"))
			.sorted()
			.toList()
			.toString();
		assertThat(orders).contains("CS1：1.00 CNY", "CS2：2.00 CNY", "CS3：3.00 CNY", "CS4：4.00 CNY")
			.contains("另有 2 个订单，合计 11.00 CNY")
			.doesNotContain("抵扣");
	}

	@Test
	@Tag("ORD-09")
	void writesOfOrdersInTheLanguageOfThePartnersSettings() {
		this.hears.event(new PartnerSettingsChanged(this.partner.tenant(), this.partner.id(), address(), "13900000000",
				List.of(AssociationType.ADVISORY), false, "en"));
		this.hears.event(paid("CS1", "7.00", "3.00"));
		assertThat(mailed(1)).singleElement()
			.satisfies((mail) -> assertThat(mail.subject()).isEqualTo(this.partner.name() + " has paid orders for you"))
			.satisfies((mail) -> assertThat(mail.text())
				.contains("paid the order CS1: 7.00 CNY, and coupons paid 3.00 CNY"));
	}

	@Test
	@Tag("ORD-11")
	void tellsWhyThePartnerDeclinedToPay() {
		this.hears.event(new PayOnBehalfRejected(this.partner.tenant(), this.partner.id(), this.customer, "CS1",
				Ids.next(), "the budget is used"));
		Answer letters = letters();
		assertThat(letters.text("/items/0/kind")).isEqualTo("PAYMENT_DECLINED");
		assertThat(letters.text("/items/0/reason")).isEqualTo("the budget is used");
		assertThat(letters.json().at("/items/0/amount").isMissingNode()).isTrue();
		assertThat(mailed(1)).singleElement()
			.satisfies((mail) -> assertThat(mail.subject()).isEqualTo(this.partner.name() + " 未同意为您支付订单"))
			.satisfies((mail) -> assertThat(mail.text()).contains("订单 CS1，原因：the budget is used", "您可自行支付"));
	}

	private OrderPaidOnBehalf paid(String order, String amount, String coupons) {
		return new OrderPaidOnBehalf(this.partner.tenant(), this.partner.id(), this.customer, order, Ids.next(),
				cny(amount), cny(coupons), MovableClock.START);
	}

	private Answer letters() {
		return this.client.as(Caller.customer("he", this.customer)).get("/api/v1/my/notices").expect(200);
	}

	/** All mails he got by now. */
	private List<Received> mailed(int count) {
		this.clock.advance(Duration.ofMinutes(10));
		this.mails.send();
		List<Received> all = mailbox.of(this.address, count);
		assertThat(all).hasSize(count);
		return all;
	}

	private static Amount cny(String amount) {
		return new Amount(amount, "CNY");
	}

	private void told(UUID customerId, String address, String mobile) {
		this.jdbc.sql("""
				insert into account_facts (account_name, account_id, email, mobile, as_of)
				select lower(account_name), id, :email, :mobile, :now from customer where id = :id
				""")
			.param("email", address)
			.param("mobile", mobile)
			.param("now", Timestamp.from(MovableClock.START))
			.param("id", customerId)
			.update();
	}

}
