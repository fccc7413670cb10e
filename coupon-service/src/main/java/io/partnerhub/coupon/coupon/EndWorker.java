package io.partnerhub.coupon.coupon;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;

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
 * Takes on what is too much for one step, one step after the other: the coupons of large
 * links that ended (REC-06) and of members who left (REC-08). It is woken when there is
 * such, and by the clock for what a crash left open.
 */
@Component
class EndWorker {

	private static final Logger log = LoggerFactory.getLogger(EndWorker.class);

	private static final int AT_MOST = 1_000;

	private final ExecutorService thread = Executors
		.newSingleThreadExecutor(Thread.ofPlatform().name("link-ends").daemon().factory());

	private final EndedLinks links;

	private final LinkEnds ends;

	private final EnterpriseLeavings leavings;

	private final Courtesy courtesy;

	EndWorker(EndedLinks links, LinkEnds ends, EnterpriseLeavings leavings, Courtesy courtesy) {
		this.links = links;
		this.ends = ends;
		this.leavings = leavings;
		this.courtesy = courtesy;
	}

	/** Goes on once what left work over has committed. */
	@TransactionalEventListener
	void wake(Wake wake) {
		this.thread.execute(this::run);
	}

	@Bean
	static Job linkEndsJob(EndWorker worker) {
		return new Job("link-ends", Duration.ofMinutes(1), () -> worker.wake(new Wake()));
	}

	void run() {
		try {
			for (EndedLink link : this.links.open(AT_MOST)) {
				takeOn("the end of link " + link.epoch() + " of customer " + link.customerId(),
						(after) -> this.ends.step(link, after));
			}
			for (UUID member : this.leavings.open(AT_MOST)) {
				takeOn("the leaving of member " + member, (after) -> this.leavings.step(member, after));
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	/** A step that has begun is done; what is left waits for the next start. */
	@PreDestroy
	void stop() {
		this.courtesy.stop();
		this.thread.close();
	}

	/** What fails holds nothing else up: it is taken up again when the clock says so. */
	private void takeOn(String what, Function<UUID, Optional<UUID>> step) throws InterruptedException {
		try {
			Optional<UUID> after = Optional.of(DueCoupons.START);
			long begin = System.nanoTime();
			while (after.isPresent() && this.courtesy.restAfter(Duration.ofNanos(System.nanoTime() - begin))) {
				begin = System.nanoTime();
				after = step.apply(after.get());
			}
		}
		catch (RuntimeException ex) {
			log.warn("{} stays open: {}", what, ex.toString());
		}
	}

	/** There is work left. */
	record Wake() {
	}

}
