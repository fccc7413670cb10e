package io.partnerhub.coupon.coupon;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import io.micrometer.core.instrument.LongTaskTimer;
import io.micrometer.core.instrument.MeterRegistry;
import io.partnerhub.coupon.settings.CouponProperties;
import org.springframework.stereotype.Component;

/**
 * Long automatic work steps aside for the commands of people (REC-06): after a step it
 * rests while requests are being answered, and goes on at once when there are none.
 */
@Component
class Courtesy {

	static final String REQUESTS = "http.server.requests.active";

	private final MeterRegistry metrics;

	private final double restWhenBusy;

	private final CountDownLatch stopped = new CountDownLatch(1);

	Courtesy(MeterRegistry metrics, CouponProperties properties) {
		this.metrics = metrics;
		this.restWhenBusy = properties.reclaim().restWhenBusy();
	}

	/** False if the service stops: then no more is to be begun. */
	boolean restAfter(Duration step) throws InterruptedException {
		long rest = busy() ? (long) (step.toNanos() * this.restWhenBusy) : 0;
		return !this.stopped.await(rest, TimeUnit.NANOSECONDS);
	}

	/** Called before whoever rests here is waited for. */
	void stop() {
		this.stopped.countDown();
	}

	private boolean busy() {
		return this.metrics.find(REQUESTS)
			.longTaskTimers()
			.stream()
			.mapToInt(LongTaskTimer::activeTasks)
			.anyMatch((active) -> active > 0);
	}

}
