package io.partnerhub.coupon.coupon;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import io.partnerhub.coupon.customer.EndedLink;
import io.partnerhub.coupon.customer.EndedLinks;
import io.partnerhub.platform.job.Job;
import jakarta.annotation.PreDestroy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Takes the ends of large links on, one step after the other: woken when a link has
 * ended, and by the clock for what a crash left open.
 */
@Component
class LinkEndWorker {

	private static final Logger log = LoggerFactory.getLogger(LinkEndWorker.class);

	private static final int AT_MOST = 1_000;

	private final ExecutorService thread = Executors
		.newSingleThreadExecutor(Thread.ofPlatform().name("link-ends").daemon().factory());

	private final EndedLinks links;

	private final LinkEnds ends;

	private final Courtesy courtesy;

	LinkEndWorker(EndedLinks links, LinkEnds ends, Courtesy courtesy) {
		this.links = links;
		this.ends = ends;
		this.courtesy = courtesy;
	}

	/** Goes on once what left work over has committed. */
	@TransactionalEventListener
	void wake(Wake wake) {
		this.thread.execute(this::run);
	}

	@Bean
	static Job linkEndsJob(LinkEndWorker worker) {
		return new Job("link-ends", Duration.ofMinutes(1), () -> worker.wake(new Wake()));
	}

	/**
	 * A link that fails holds no other up: it is taken up again when the clock says so.
	 */
	void run() {
		for (EndedLink link : this.links.open(AT_MOST)) {
			try {
				takeOn(link);
			}
			catch (RuntimeException ex) {
				log.warn("the end of link {} of customer {} stays open: {}", link.epoch(), link.customerId(),
						ex.toString());
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
				return;
			}
		}
	}

	@PreDestroy
	void stop() {
		this.courtesy.stop();
		this.thread.close();
	}

	private void takeOn(EndedLink link) throws InterruptedException {
		Optional<UUID> after = Optional.of(DueCoupons.START);
		long begin = System.nanoTime();
		while (after.isPresent() && this.courtesy.restAfter(Duration.ofNanos(System.nanoTime() - begin))) {
			begin = System.nanoTime();
			after = this.ends.step(link, after.get());
		}
	}

	/** There is work left. */
	record Wake() {
	}

}
