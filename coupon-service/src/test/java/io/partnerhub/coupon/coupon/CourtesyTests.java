package io.partnerhub.coupon.coupon;

import java.time.Duration;
import java.util.Set;

import io.micrometer.core.instrument.LongTaskTimer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.partnerhub.coupon.settings.CouponProperties;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Long work rests while requests are answered, and only then. */
@Tag("REC-06")
class CourtesyTests {

	private static final Duration LONG = Duration.ofHours(1);

	private static final Duration STEP = Duration.ofMillis(20);

	private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();

	private final Courtesy courtesy = new Courtesy(this.metrics,
			new CouponProperties(new CouponProperties.Issue(10, 100, Set.of()),
					new CouponProperties.Reclaim(500, 2000, 2), new CouponProperties.Expiry(5000, 7),
					new CouponProperties.Whitelist(1000, 20_000, 1000),
					new CouponProperties.Shown(Duration.ofDays(365), Duration.ofDays(183), Duration.ofDays(730))));

	@Test
	void goesOnAtOnceWhenNobodyAsksForAnything() throws Exception {
		assertThat(this.courtesy.restAfter(LONG)).isTrue();
	}

	@Test
	void restsWhileARequestIsAnswered() throws Exception {
		begin();
		long before = System.nanoTime();
		assertThat(this.courtesy.restAfter(STEP)).isTrue();
		assertThat(System.nanoTime() - before).isGreaterThanOrEqualTo(STEP.multipliedBy(2).toNanos());
	}

	@Test
	void beginsNothingMoreWhenTheServiceStops() throws Exception {
		begin();
		this.courtesy.stop();
		assertThat(this.courtesy.restAfter(LONG)).isFalse();
	}

	private void begin() {
		LongTaskTimer.builder("http.server.requests.active").register(this.metrics).start();
	}

}
