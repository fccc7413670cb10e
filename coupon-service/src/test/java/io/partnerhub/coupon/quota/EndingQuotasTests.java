package io.partnerhub.coupon.quota;

import java.time.Duration;
import java.util.UUID;

import io.partnerhub.contracts.QuotaEvent.QuotaExpired;
import io.partnerhub.contracts.QuotaEvent.QuotaExpiring;
import io.partnerhub.coupon.A;
import io.partnerhub.coupon.CouponTest;
import io.partnerhub.platform.caller.Caller;
import io.partnerhub.platform.testkit.Announced;
import io.partnerhub.platform.testkit.Hears;
import io.partnerhub.platform.testkit.HubClient;
import io.partnerhub.platform.testkit.MovableClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/** A quota ends once, and its holder is told before, once. */
@CouponTest
class EndingQuotasTests {

	private final A.Partner partner = A.partner();

	@Autowired
	private QuotaExpiry expiry;

	@Autowired
	private HubClient client;

	@Autowired
	private Hears hears;

	@Autowired
	private Announced announced;

	@Autowired
	private MovableClock clock;

	private UUID quota;

	/** What other tests left behind is due as well. */
	@BeforeEach
	void aQuota() {
		this.clock.advance(Duration.ofDays(100_000));
		do {
			this.announced.next();
			this.expiry.sweep();
		}
		while (!this.announced.next().isEmpty());
		this.clock.reset();
		this.hears.event(this.partner.registered());
		this.quota = UUID.fromString(this.client.as(Caller.vendor("operator"))
			.post("/api/v1/vendor/voucher-quotas", A.grant(this.partner, "100.00"))
			.expect(201)
			.text("/id"));
		this.announced.next();
	}

	@AfterEach
	void turnTheClockBack() {
		this.clock.reset();
	}

	@Test
	@Tag("I-01")
	void expiresWhatIsAvailableOnceAtTheEnd() {
		this.clock.set(MovableClock.START.plus(Duration.ofDays(30)).minusMillis(1));
		this.expiry.sweep();
		assertThat(this.announced.next()).isEmpty();
		this.clock.advance(Duration.ofMillis(1));
		this.expiry.sweep();
		this.expiry.sweep();
		assertThat(this.announced.next(QuotaExpired.class)).singleElement()
			.returns(this.quota, QuotaExpired::quotaId)
			.returns("100.00", (event) -> event.unspent().amount());
		HubClient.Answer shown = this.client.as(this.partner.administrator())
			.get("/api/v1/voucher-quotas/" + this.quota)
			.expect(200);
		assertThat(shown.text("/state") + shown.text("/balance/amount") + shown.text("/expired/amount"))
			.isEqualTo("INVALID0.00100.00");
	}

	@Test
	void tellsTheHolderOnceAWeekBefore() {
		this.clock.set(MovableClock.START.plus(Duration.ofDays(23)).minusMillis(1));
		this.expiry.tell();
		assertThat(this.announced.next()).isEmpty();
		this.clock.advance(Duration.ofMillis(1));
		this.expiry.tell();
		this.expiry.tell();
		assertThat(this.announced.next(QuotaExpiring.class)).singleElement()
			.returns(this.quota, QuotaExpiring::quotaId);
	}

}
