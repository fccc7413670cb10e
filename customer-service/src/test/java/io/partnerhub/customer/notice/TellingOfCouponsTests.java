package io.partnerhub.customer.notice;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

import io.partnerhub.contracts.Amount;
import io.partnerhub.contracts.AssociationType;
import io.partnerhub.contracts.BillingEvent.BalanceAlertRaised;
import io.partnerhub.contracts.CouponEvent.CashCouponIssued;
import io.partnerhub.contracts.CouponEvent.CashCouponsReclaimed;
import io.partnerhub.contracts.CouponEvent.CouponAmount;
import io.partnerhub.contracts.CouponEvent.CouponsExpiring;
import io.partnerhub.contracts.CouponEvent.CustomerCouponsReclaimed;
import io.partnerhub.contracts.CouponEvent.ExpiringCoupon;
import io.partnerhub.contracts.CouponEvent.ReclaimedVoucher;
import io.partnerhub.contracts.CouponEvent.VoucherIssued;
import io.partnerhub.contracts.CouponEvent.VouchersReclaimed;
import io.partnerhub.contracts.CouponType;
import io.partnerhub.contracts.DataScope;
import io.partnerhub.contracts.Permission;
import io.partnerhub.contracts.ProgramEvent.PartnerSettingsChanged;
import io.partnerhub.contracts.QuotaEvent.QuotaExpiring;
import io.partnerhub.contracts.QuotaEvent.QuotaGranted;
import io.partnerhub.contracts.Role;
import io.partnerhub.customer.CustomerScenario;
import io.partnerhub.customer.Mailbox.Received;
import io.partnerhub.customer.Partner;
import io.partnerhub.platform.Ids;
import io.partnerhub.platform.caller.Caller;
import io.partnerhub.platform.testkit.HubClient;
import io.partnerhub.platform.testkit.HubClient.Answer;
import io.partnerhub.platform.testkit.MovableClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/** Letters at once, and the mail after the collection time. */
@TestPropertySource(properties = "partnerhub.notices.lines-per-mail=3")
class TellingOfCouponsTests extends CustomerScenario {

	private static final Duration COLLECT = Duration.ofMinutes(10);

	private static final Instant END = Instant.parse("2026-04-01T08:00:00Z");

	@Autowired
	private NoticeMails mails;

	private Partner partner;

	private UUID customer;

	private String his;

	@BeforeEach
	void aCustomerWhoseAddressTheVendorTold() {
		this.jdbc.sql("delete from notice").update();
		this.partner = partner();
		this.customer = customerOf(this.partner, AssociationType.RESALE);
		this.his = writesTo(this.customer);
	}

	@Test
	@Tag("VOU-13")
	void showsALetterAtOnceAndMailsAfterTheCollectionTime() {
		this.hears.event(voucher("20.00"));
		Answer letters = mine("zh").expect(200);
		assertThat(letters.text("/items/0/kind")).isEqualTo("COUPON_RECEIVED");
		assertThat(letters.text("/items/0/couponType")).isEqualTo("VOUCHER");
		assertThat(letters.text("/items/0/amount/amount")).isEqualTo("20.00");
		assertThat(letters.text("/items/0/expiresAt")).isEqualTo("2026-04-01T08:00:00Z");
		assertThat(mine("en").text("/items/0/text")).isEqualTo(
				"You received a voucher of 20.00 CNY, valid from " + "2026-03-01 08:00 UTC to 2026-04-01 08:00 UTC");
		this.clock.advance(COLLECT.minusSeconds(1));
		assertThat(this.mails.send()).isZero();
		this.clock.advance(Duration.ofSeconds(1));
		assertThat(mailed()).contains(this.partner.name(),
				"您收到一张代金券：20.00 CNY，有效期 2026-03-01 08:00 UTC 至 2026-04-01 08:00 UTC");
	}

	@Test
	@Tag("VOU-13")
	void collectsABurstIntoOneMail() {
		Stream.of("1.00", "2.00").forEach((face) -> this.hears.event(voucher(face)));
		this.clock.advance(COLLECT.minusSeconds(1));
		Stream.of("3.00", "4.00", "5.00").forEach((face) -> this.hears.event(voucher(face)));
		this.clock.advance(Duration.ofSeconds(1));
		assertThat(mailed()).contains("1.00 CNY", "2.00 CNY", "另有 2 条消息")
			.containsOnlyOnce("收到一张代金券：1.00")
			.containsPattern("(?s)^(?:(?!收到一张).)*(?:收到一张(?:(?!收到一张).)*){3}$");
		this.clock.advance(COLLECT);
		assertThat(this.mails.send()).isZero();
		assertThat(mine("zh").json().at("/items").size()).isEqualTo(5);
	}

	@Test
	@Tag("VOU-13")
	void tellsOfReclaimsAndExpiryOfBothKinds() {
		this.hears.event(vouchersReclaimed(2));
		this.hears.event(new CashCouponsReclaimed(this.partner.tenant(), this.partner.id(), this.customer, 0, 7,
				List.of(new CouponAmount(Ids.next(), Ids.next(), cny("9.00")))));
		this.hears.event(new CouponsExpiring(this.partner.tenant(), this.partner.id(), this.customer,
				CouponType.VOUCHER, List.of(new ExpiringCoupon(Ids.next(), cny("4.00"), END.plusSeconds(60)),
						new ExpiringCoupon(Ids.next(), cny("6.00"), END))));
		this.clock.advance(COLLECT);
		assertThat(mailed()).contains("2 张代金券已被收回，合计 30.00 CNY", "1 张现金券已被收回，合计 9.00 CNY",
				"2 张代金券即将过期，剩余 10.00 CNY，最早到期时间 2026-04-01 08:00 UTC");
	}

	@Test
	@Tag("VOU-13")
	void writesInTheLanguageOfThePartnersSettings() {
		this.hears.event(new PartnerSettingsChanged(this.partner.tenant(), this.partner.id(), address(), "13900000000",
				List.of(AssociationType.RESALE), false, "en"));
		this.hears.event(voucher("20.00"));
		this.clock.advance(COLLECT);
		assertThat(mailed()).contains("You received a voucher of 20.00 CNY").doesNotContain("您");
	}

	@Test
	@Tag("VOU-13")
	void sumsUpWhatTheEndOfALinkTook() {
		Stream.of(3, 8, 9).forEach((type) -> this.hears.event(vouchersReclaimed(type)));
		this.hears.event(linkEnded(1200));
		this.hears.event(linkEnded(0));
		this.clock.advance(COLLECT);
		assertThat(mailed()).contains("1200 张优惠券已被收回，合计 30.00 CNY");
		assertThat(mine("zh").json().at("/items").size()).isOne();
		assertThat(mine("zh").text("/items/0/kind")).isEqualTo("LINK_ENDED");
	}

	@Test
	@Tag("VOU-13")
	void saysNothingTwice() {
		UUID id = Ids.next();
		VoucherIssued news = voucher("20.00");
		this.hears.event(news, id);
		this.hears.event(news, id);
		assertThat(mine("zh").json().at("/items").size()).isOne();
	}

	@Test
	@Tag("NOT-02")
	void tellsThePartnerOfQuotasAtHisReservedAddress() {
		String office = address();
		this.hears.event(new PartnerSettingsChanged(this.partner.tenant(), this.partner.id(), office, "13900000000",
				List.of(AssociationType.RESALE), false, "zh"));
		this.hears.event(new QuotaGranted(this.partner.tenant(), this.partner.id(), Ids.next(), cny("1000.00"),
				MovableClock.START, END, CouponType.CASH_COUPON));
		this.hears.event(new QuotaExpiring(this.partner.tenant(), this.partner.id(), Ids.next(), CouponType.VOUCHER,
				cny("7.00"), END));
		Answer letters = this.client.as(this.partner.admin()).get("/api/v1/notices").expect(200);
		assertThat(letters.text("/items/0/kind") + letters.text("/items/1/kind"))
			.isEqualTo("QUOTA_EXPIRINGQUOTA_GRANTED");
		this.clock.advance(COLLECT);
		this.mails.send();
		assertThat(mailbox.of(office, 1)).singleElement()
			.extracting(Received::text)
			.asString()
			.contains("已获得现金券额度：1000.00 CNY", "代金券额度即将过期，剩余 7.00 CNY，到期时间 2026-04-01 08:00 UTC");
	}

	@Test
	void tellsThePartnerThatItsBalanceIsLow() {
		String office = address();
		this.hears.event(new PartnerSettingsChanged(this.partner.tenant(), this.partner.id(), office, "13900000000",
				List.of(AssociationType.RESALE), false, "zh"));
		this.hears.event(new BalanceAlertRaised(this.partner.tenant(), this.partner.id(), cny("100.00"), cny("99.99")));
		Answer letters = this.client.as(this.partner.admin()).get("/api/v1/notices").expect(200);
		assertThat(letters.text("/items/0/kind")).isEqualTo("BALANCE_LOW");
		this.clock.advance(COLLECT);
		this.mails.send();
		assertThat(mailbox.of(office, 1)).singleElement()
			.extracting(Received::text)
			.asString()
			.contains("可用余额 99.99 CNY 已低于您设置的预警值");
	}

	@Test
	void showsALowBalanceOnlyToWhoMaySeeTheBalance() {
		this.hears.event(new BalanceAlertRaised(this.partner.tenant(), this.partner.id(), cny("100.00"), cny("99.99")));
		this.hears.event(new QuotaGranted(this.partner.tenant(), this.partner.id(), Ids.next(), cny("1000.00"),
				MovableClock.START, END, CouponType.VOUCHER));
		Caller clerk = Caller.member("clerk", this.partner.tenant(), this.partner.id(), this.partner.type(), Ids.next(),
				Set.of(Role.CUSTOMER_OPERATOR), Set.of(Permission.VIEW_COUPONS), DataScope.ALL);
		Answer letters = this.client.as(clerk).get("/api/v1/notices").expect(200);
		assertThat(letters.json().at("/items").size()).isOne();
		assertThat(letters.text("/items/0/kind")).isEqualTo("QUOTA_GRANTED");
		assertThat(this.client.as(this.partner.admin()).get("/api/v1/notices").json().at("/items").size()).isEqualTo(2);
	}

	@Test
	void showsNobodyTheLettersOfOthers() {
		this.hears.event(voucher("20.00"));
		this.hears.event(new QuotaGranted(this.partner.tenant(), this.partner.id(), Ids.next(), cny("1000.00"),
				MovableClock.START, END, CouponType.VOUCHER));
		assertThat(this.client.as(partner().admin()).get("/api/v1/notices").json().at("/items").size()).isZero();
		assertThat(this.client.as(this.partner.admin()).get("/api/v1/notices").json().at("/items").size()).isOne();
		Caller other = Caller.customer("other", customerOf(this.partner, AssociationType.RESALE));
		assertThat(this.client.as(other).get("/api/v1/my/notices").json().at("/items").size()).isZero();
	}

	@Test
	void pagesLettersAndKeepsThemForAYear() {
		Stream.of("1.00", "2.00", "3.00").forEach((face) -> this.hears.event(voucher(face)));
		Answer first = self().get("/api/v1/my/notices?limit=2").expect(200);
		assertThat(first.text("/items/0/amount/amount")).isEqualTo("3.00");
		Answer rest = self().get("/api/v1/my/notices?limit=2&cursor=" + first.text("/nextCursor")).expect(200);
		assertThat(rest.text("/items/0/amount/amount")).isEqualTo("1.00");
		assertThat(rest.text("/nextCursor")).isEmpty();
		this.clock.advance(Duration.ofDays(365));
		assertThat(this.mails.purge()).isZero();
		this.clock.advance(Duration.ofSeconds(1));
		assertThat(this.mails.purge()).isEqualTo(3);
	}

	@Test
	@Tag("NOT-04")
	void keepsTheLetterAndTheMailsOfOthersWhenOneCannotBeSent() {
		UUID unreachable = customerOf(this.partner, AssociationType.RESALE);
		told(unreachable, "no address at all");
		this.hears.event(new CashCouponIssued(this.partner.tenant(), this.partner.id(), unreachable, 1, Ids.next(),
				Ids.next(), cny("5.00"), false, MovableClock.START, END));
		this.hears.event(voucher("20.00"));
		this.clock.advance(COLLECT);
		assertThat(this.mails.send()).isEqualTo(2);
		assertThat(mailbox.of(this.his, 1)).hasSize(1);
		Caller he = Caller.customer("he", unreachable);
		assertThat(this.client.as(he).get("/api/v1/my/notices").text("/items/0/couponType")).isEqualTo("CASH_COUPON");
	}

	@Test
	@Tag("VOU-13")
	void doesNotWriteToAnAddressAPartnerWroteDown() {
		UUID unknown = customerOf(this.partner, AssociationType.RESALE);
		String pretended = address();
		this.jdbc.sql("update customer set email = :email where id = :id")
			.param("email", pretended)
			.param("id", unknown)
			.update();
		this.hears.event(new CashCouponIssued(this.partner.tenant(), this.partner.id(), unknown, 1, Ids.next(),
				Ids.next(), cny("5.00"), false, MovableClock.START, END));
		this.clock.advance(COLLECT);
		assertThat(this.mails.send()).isOne();
		assertThat(this.jdbc.sql("select count(*) from mail where recipient = :to")
			.param("to", pretended)
			.query(Long.class)
			.single()).isZero();
	}

	private VoucherIssued voucher(String face) {
		return new VoucherIssued(this.partner.tenant(), this.partner.id(), this.customer, 1, Ids.next(), Ids.next(),
				cny(face), MovableClock.START, END);
	}

	private VouchersReclaimed vouchersReclaimed(int type) {
		return new VouchersReclaimed(this.partner.tenant(), this.partner.id(), this.customer, 1, type,
				List.of(new ReclaimedVoucher(Ids.next(), Ids.next(), cny("10.00")),
						new ReclaimedVoucher(Ids.next(), Ids.next(), cny("20.00"))));
	}

	private CustomerCouponsReclaimed linkEnded(long count) {
		return new CustomerCouponsReclaimed(this.partner.tenant(), this.partner.id(), this.customer, 1, count,
				cny((count > 0) ? "30.00" : "0.00"));
	}

	/** The one mail he got by now. */
	private String mailed() {
		this.mails.send();
		List<Received> all = mailbox.of(this.his, 1);
		assertThat(all).hasSize(1);
		return all.getFirst().text();
	}

	private String writesTo(UUID customerId) {
		String address = address();
		told(customerId, address);
		return address;
	}

	private void told(UUID customerId, String address) {
		this.jdbc.sql("""
				insert into account_facts (account_name, account_id, email, as_of)
				select lower(account_name), id, :email, :now from customer where id = :id
				""")
			.param("email", address)
			.param("now", java.sql.Timestamp.from(MovableClock.START))
			.param("id", customerId)
			.update();
	}

	private Answer mine(String language) {
		return self().with("Accept-Language", language).get("/api/v1/my/notices");
	}

	private HubClient.As self() {
		return this.client.as(Caller.customer("he", this.customer));
	}

	private static Amount cny(String amount) {
		return new Amount(amount, "CNY");
	}

}
