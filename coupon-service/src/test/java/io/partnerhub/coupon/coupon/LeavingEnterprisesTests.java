package io.partnerhub.coupon.coupon;

import java.util.List;
import java.util.UUID;

import io.partnerhub.contracts.AccountEvent.AccountFactsChanged;
import io.partnerhub.contracts.AssociationType;
import io.partnerhub.contracts.CouponEvent.VouchersReclaimed;
import io.partnerhub.coupon.A;
import io.partnerhub.coupon.CouponScenario;
import io.partnerhub.platform.Ids;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Vouchers of a member go back as it leaves its enterprise. */
@Tag("REC-08")
class LeavingEnterprisesTests extends CouponScenario {

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
	void letsTheAmountBeIssuedToTheMasterUnlessTheQuotaNamesCustomers() {
		voucher(this.quota, "100.00");
		UUID master = Ids.next();
		this.hears.event(this.partner.linked(master, 1, AssociationType.RESALE));
		issue(this.quota, "100.00", master).refused(409, "QUOTA_BALANCE_INSUFFICIENT");
		this.hears.event(told(this.customer, null));
		issue(this.quota, "100.00", master).expect(201);
	}

	@Test
	void keepsTheVouchersOfWhoStaysOrJoins() {
		String voucher = voucher(this.quota, "30.00");
		this.hears.event(told(this.customer, "MASTER"));
		this.hears.event(told(this.customer, "renamed"));
		UUID single = Ids.next();
		this.hears.event(this.partner.linked(single, 1, AssociationType.RESALE));
		String other = issue(this.quota, "30.00", single).expect(201).text("/vouchers/0/id");
		this.hears.event(told(single, null));
		this.hears.event(told(single, "master"));
		assertThat(List.of(state(voucher), state(other))).containsOnly("AVAILABLE");
	}

	private static AccountFactsChanged told(UUID account, @Nullable String master) {
		return new AccountFactsChanged(account, "acc-" + account, "Cloud", "HWC-CN", master);
	}

}
