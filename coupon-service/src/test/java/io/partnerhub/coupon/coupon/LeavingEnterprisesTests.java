package io.partnerhub.coupon.coupon;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import io.partnerhub.contracts.AccountEvent.AccountFactsChanged;
import io.partnerhub.contracts.AssociationType;
import io.partnerhub.contracts.CouponEvent.CouponUnlocked;
import io.partnerhub.contracts.CouponEvent.VouchersReclaimed;
import io.partnerhub.coupon.A;
import io.partnerhub.coupon.CouponScenario;
import io.partnerhub.platform.Ids;
import io.partnerhub.platform.caller.Caller;
import io.partnerhub.platform.money.Money;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

import static org.assertj.core.api.Assertions.assertThat;

/** Vouchers of a member go back as it leaves its enterprise. */
@Tag("REC-08")
@Import(ManyCoupons.class)
class LeavingEnterprisesTests extends CouponScenario {

	private static final Duration MONTH = Duration.ofDays(30);

	@Autowired
	private ManyCoupons coupons;

	private String quota = "";

	@BeforeEach
	void aMemberWithQuotaForIt() {
		this.hears.event(this.partner.linked(this.customer, 1, AssociationType.RESALE));
		this.hears.event(told(this.customer, "master"));
		this.quota = quota("100.00");
		this.announced.next();
	}

	@Test
	void takesTheMembersVouchersBackOnce() {
		String voucher = voucher(this.quota, "30.00");
		String second = voucher(this.quota, "20.00");
		this.announced.next();
		UUID delivery = Ids.next();
		this.hears.event(told(this.customer, null), delivery);
		assertThat(this.announced.next(VouchersReclaimed.class)).singleElement()
			.returns(3, VouchersReclaimed::operationType)
			.returns(this.customer, VouchersReclaimed::customerId)
			.extracting(VouchersReclaimed::vouchers)
			.asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.LIST)
			.hasSize(2);
		this.hears.event(told(this.customer, null), delivery);
		this.hears.event(told(this.customer, null));
		assertThat(this.announced.next()).isEmpty();
		assertThat(List.of(state(voucher), state(second))).containsOnly("RECLAIMED");
		assertThat(balance(this.quota)).isEqualTo("100.00");
		assertThat(records(3)).isEqualTo(2);
	}

	@Test
	void takesWhatOtherPartnersGaveToo() {
		A.Partner before = A.partner();
		this.hears.event(before.registered());
		UUID member = Ids.next();
		this.hears.event(before.linked(member, 1, AssociationType.ADVISORY));
		this.hears.event(told(member, "master"));
		String theirs = quota(before, "10.00");
		this.client.as(before.administrator()).post("/api/v1/vouchers", A.issue(theirs, "10.00", member)).expect(201);
		this.announced.next();
		this.hears.event(told(member, null));
		assertThat(this.announced.next(VouchersReclaimed.class)).singleElement()
			.returns(before.id(), VouchersReclaimed::ownerPartnerId);
	}

	@Test
	void letsTheAmountBeIssuedToTheMaster() {
		voucher(this.quota, "100.00");
		UUID master = master();
		issue(this.quota, "100.00", master).refused(409, "QUOTA_BALANCE_INSUFFICIENT");
		this.hears.event(told(this.customer, null));
		issue(this.quota, "100.00", master).expect(201);
	}

	@Test
	void letsItNotBeIssuedToTheMasterIfTheQuotaNamesTheMember() {
		Map<String, Object> grant = new LinkedHashMap<>(A.grant(this.partner, "100.00"));
		grant.put("limits", Map.of("namedCustomers", List.of(this.customer)));
		String named = this.client.as(Caller.vendor("operator"))
			.post("/api/v1/vendor/voucher-quotas", grant)
			.expect(201)
			.text("/id");
		voucher(named, "100.00");
		this.hears.event(told(this.customer, null));
		assertThat(balance(named)).isEqualTo("100.00");
		issue(named, "100.00", master()).refused(409, "QUOTA_FOR_NAMED_CUSTOMERS");
	}

	@Test
	void takesTheVouchersOfWhoMovesToAnotherEnterprise() {
		String voucher = voucher(this.quota, "30.00");
		this.hears.event(told(this.customer, "another"));
		assertThat(state(voucher)).isEqualTo("RECLAIMED");
		String later = voucher(this.quota, "30.00");
		this.hears.event(told(this.customer, "another"));
		assertThat(state(later)).isEqualTo("AVAILABLE");
	}

	@Test
	@Tag("CSH-03")
	void leavesCashCouponsAndTheirQuotasAlone() {
		this.coupons.issue(this.partner, cashQuota(this.partner), this.customer, 2, "5.00", MONTH);
		String voucher = voucher(this.quota, "30.00");
		this.coupons.inTransaction(() -> {
			this.jdbc.sql("select id from quota where type = 'CASH_COUPON' and owner_partner_id = :id for update")
				.param("id", this.partner.id())
				.query(UUID.class)
				.single();
			CompletableFuture.runAsync(() -> this.hears.event(told(this.customer, null)))
				.orTimeout(30, TimeUnit.SECONDS)
				.join();
		});
		assertThat(state(voucher)).isEqualTo("RECLAIMED");
		assertThat(records(3)).isEqualTo(1);
	}

	@Test
	void voidsWhatAnUnpaidOrderHolds() {
		String voucher = voucher(this.quota, "30.00");
		this.coupons.hold(this.customer, UUID.fromString(voucher), "leaving-1", "10.00");
		this.announced.next();
		this.hears.event(told(this.customer, null));
		assertThat(this.announced.next()).extracting(Object::getClass)
			.containsExactly(CouponUnlocked.class, VouchersReclaimed.class);
		assertThat(state(voucher)).isEqualTo("RECLAIMED");
		assertThat(balance(this.quota)).isEqualTo("100.00");
	}

	@Test
	void waitsForARunningPaymentAndTakesTheRest() {
		String voucher = voucher(this.quota, "30.00");
		this.coupons.hold(this.customer, UUID.fromString(voucher), "leaving-2", "10.00");
		this.coupons.startPayment("leaving-2");
		this.announced.next();
		this.hears.event(told(this.customer, null));
		assertThat(this.announced.next()).isEmpty();
		this.coupons.settle("leaving-2");
		assertThat(this.announced.next(VouchersReclaimed.class)).singleElement()
			.returns(3, VouchersReclaimed::operationType)
			.returns(Money.of("20.00").amount(), (event) -> event.vouchers().getFirst().amount());
		assertThat(balance(this.quota)).isEqualTo("90.00");
	}

	@Test
	void keepsTheVouchersOfWhoStaysOrJoins() {
		String voucher = voucher(this.quota, "30.00");
		this.hears.event(told(this.customer, "MASTER"));
		UUID single = Ids.next();
		this.hears.event(this.partner.linked(single, 1, AssociationType.RESALE));
		String other = issue(this.quota, "30.00", single).expect(201).text("/vouchers/0/id");
		this.hears.event(told(single, null));
		this.hears.event(told(single, "master"));
		assertThat(List.of(state(voucher), state(other))).containsOnly("AVAILABLE");
	}

	private UUID master() {
		UUID master = Ids.next();
		this.hears.event(this.partner.linked(master, 1, AssociationType.RESALE));
		return master;
	}

	private static AccountFactsChanged told(UUID account, @Nullable String master) {
		return new AccountFactsChanged(account, "acc-" + account, "Cloud", "HWC-CN", master);
	}

}
