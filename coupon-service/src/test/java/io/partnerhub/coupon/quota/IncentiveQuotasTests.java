package io.partnerhub.coupon.quota;

import java.util.List;
import java.util.UUID;

import io.partnerhub.contracts.Event;
import io.partnerhub.contracts.IncentiveEvent.IncentivePaid;
import io.partnerhub.contracts.IncentiveEvent.Mode;
import io.partnerhub.contracts.IncentiveQuotaEvent.IncentiveQuotaGranted;
import io.partnerhub.contracts.IncentiveQuotaEvent.IncentiveQuotaRefused;
import io.partnerhub.contracts.QuotaEvent.QuotaGranted;
import io.partnerhub.coupon.A;
import io.partnerhub.coupon.CouponTest;
import io.partnerhub.platform.Ids;
import io.partnerhub.platform.money.Money;
import io.partnerhub.platform.testkit.Announced;
import io.partnerhub.platform.testkit.Hears;
import io.partnerhub.platform.testkit.HubClient;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Incentives that become voucher quotas. */
@CouponTest
@Tag("INC-05")
class IncentiveQuotasTests {

	private final A.Partner partner = A.partner();

	private final UUID payout = Ids.next();

	@Autowired
	private HubClient client;

	@Autowired
	private Hears hears;

	@Autowired
	private Announced announced;

	@Autowired
	private JdbcClient jdbc;

	@BeforeEach
	void aPartner() {
		this.hears.event(this.partner.registered());
		this.announced.next();
	}

	@Test
	void grantsTheQuotaOnceHoweverOftenItIsReleased() {
		UUID event = Ids.next();
		this.hears.event(released(this.partner, "106.00"), event);
		this.hears.event(released(this.partner, "106.00"), event);
		List<Event> first = this.announced.next();
		assertThat(first).hasSize(2);
		UUID quota = ((QuotaGranted) first.getFirst()).quotaId();
		IncentiveQuotaGranted answer = new IncentiveQuotaGranted(this.partner.tenant(), this.partner.id(), this.payout,
				quota);
		assertThat(first.getLast()).isEqualTo(answer);
		this.hears.event(released(this.partner, "106.00"));
		assertThat(this.announced.next()).containsExactly(answer);
		HubClient.Answer shown = this.client.as(this.partner.administrator()).get("/api/v1/voucher-quotas").expect(200);
		assertThat(shown.json().at("/items")).hasSize(1);
		assertThat(shown.text("/items/0/value/amount")).isEqualTo("106.00");
	}

	@Test
	void saysWhyThereIsNoQuotaAndGrantsItTheNextTime() {
		A.Partner late = A.partner();
		this.hears.event(released(late, "5.00"));
		assertThat(this.announced.next())
			.containsExactly(new IncentiveQuotaRefused(late.tenant(), late.id(), this.payout, "PARTNER_UNKNOWN"));
		this.hears.event(late.registered());
		this.hears.event(released(late, "5.00"));
		assertThat(this.announced.next(IncentiveQuotaGranted.class)).hasSize(1);
	}

	@Test
	void refusesResellers() {
		A.Partner reseller = A.resellerOf(this.partner);
		this.hears.event(reseller.registered());
		this.hears.event(released(reseller, "5.00"));
		assertThat(this.announced.next(IncentiveQuotaRefused.class)).singleElement()
			.returns("QUOTA_ONLY_FOR_FIRST_TIER", IncentiveQuotaRefused::reason);
	}

	@Test
	void grantsNothingForOtherModes() {
		this.hears.event(new IncentivePaid(this.partner.tenant(), this.partner.id(), this.payout, Mode.ACCOUNT,
				Money.of("5.00").amount()));
		assertThat(this.announced.next()).isEmpty();
	}

	@Test
	void standsInTheDatabaseToo() {
		this.hears.event(released(this.partner, "5.00"));
		assertThatExceptionOfType(DuplicateKeyException.class)
			.isThrownBy(() -> this.jdbc.sql("insert into incentive_quota select * from incentive_quota").update());
	}

	private IncentivePaid released(A.Partner partner, String amount) {
		return new IncentivePaid(partner.tenant(), partner.id(), this.payout, Mode.QUOTA, Money.of(amount).amount());
	}

}
