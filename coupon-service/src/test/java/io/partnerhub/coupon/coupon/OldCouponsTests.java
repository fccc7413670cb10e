package io.partnerhub.coupon.coupon;

import java.time.Duration;

import io.partnerhub.contracts.AssociationType;
import io.partnerhub.coupon.CouponScenario;
import io.partnerhub.platform.caller.Caller;
import io.partnerhub.platform.testkit.HubClient;
import io.partnerhub.platform.testkit.MovableClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/** Lists leave out what expired long ago. */
@Tag("X-06")
class OldCouponsTests extends CouponScenario {

	private static final String ISSUED = "/api/v1/vouchers";

	private static final String WIRE = "/v2/promotions/benefits/partner-coupons";

	private static final Duration VALIDITY = Duration.ofDays(30);

	@Autowired
	private MovableClock clock;

	private String voucher = "";

	@BeforeEach
	void aVoucher() {
		this.hears.event(this.partner.linked(this.customer, 1, AssociationType.RESALE));
		this.voucher = voucher(quota("100.00"), "10.00");
	}

	@AfterEach
	void turnTheClockBack() {
		this.clock.reset();
	}

	@Test
	void hidesFromThePartnerWhatExpiredTwoYearsAgoUnlessItAsks() {
		this.clock.advance(VALIDITY.plusDays(730).minusSeconds(1));
		assertThat(items(admin(), ISSUED)).isOne();
		assertThat(items(admin(), ISSUED + "?longExpired=true")).isZero();
		assertThat(wire()).isOne();
		this.clock.advance(Duration.ofSeconds(2));
		assertThat(items(admin(), ISSUED)).isZero();
		assertThat(items(admin(), ISSUED + "?longExpired=true")).isOne();
		assertThat(wire()).isZero();
		assertThat(state(this.voucher)).isEqualTo("EXPIRED");
	}

	@Test
	void hidesFromTheCustomerWhatExpiredHalfAYearAgo() {
		this.clock.advance(VALIDITY.plusDays(183).minusSeconds(1));
		assertThat(items(own(), "/api/v1/my/vouchers")).isOne();
		this.clock.advance(Duration.ofSeconds(2));
		assertThat(items(own(), "/api/v1/my/vouchers")).isZero();
	}

	/** With a token of the present time. */
	private HubClient.As own() {
		return this.client.as(Caller.customer("me", this.customer));
	}

	private int wire() {
		return this.client.as(this.partner.key()).get(WIRE).expect(200).json().at("/total_count").asInt();
	}

	private static int items(HubClient.As caller, String path) {
		return caller.get(path).expect(200).json().at("/items").size();
	}

}
