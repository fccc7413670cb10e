package io.partnerhub.coupon.coupon;

import java.time.Clock;
import java.util.Optional;
import java.util.UUID;

import io.partnerhub.contracts.CustomerEvent.CustomerDisassociated;
import io.partnerhub.contracts.CustomerEvent.CustomerModelSwitched;
import io.partnerhub.contracts.CustomerEvent.CustomerTransferred;
import io.partnerhub.coupon.coupon.DueCoupons.Chunk;
import io.partnerhub.coupon.customer.EndedLink;
import io.partnerhub.coupon.customer.EndedLinks;
import io.partnerhub.coupon.customer.EndedLinks.Progress;
import io.partnerhub.coupon.customer.EndedLinks.State;
import io.partnerhub.coupon.customer.KnownCustomers;
import io.partnerhub.platform.event.Subscription;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * All coupons of a link go back once when it ends (REC-06): because customer and partner
 * part (DIS-09), change their model (DIS-10, DIS-11), or the customer moves to another
 * partner of the distributor (DIS-14). The link ends at once, with the first coupons; the
 * others follow step by step, each in a transaction of its own, and nothing is issued
 * under the ended link meanwhile (I-07). The summary follows also when there were none.
 */
@Service
class LinkEnds {

	private final KnownCustomers customers;

	private final ResaleBegins resale;

	private final EndedLinks links;

	private final DueCoupons coupons;

	private final LinkSummaries summaries;

	private final ApplicationEventPublisher wake;

	private final Clock clock;

	LinkEnds(KnownCustomers customers, ResaleBegins resale, EndedLinks links, DueCoupons coupons,
			LinkSummaries summaries, ApplicationEventPublisher wake, Clock clock) {
		this.customers = customers;
		this.resale = resale;
		this.links = links;
		this.coupons = coupons;
		this.summaries = summaries;
		this.wake = wake;
		this.clock = clock;
	}

	@Bean
	Subscription endsOfLinks() {
		return Subscription.to(CustomerDisassociated.class, (event) -> this.customers.end(event).ifPresent(this::begin))
			.and(CustomerModelSwitched.class,
					(event) -> this.customers.change(event)
						.ifPresent((link) -> this.resale.after(event, () -> begin(link))))
			.and(CustomerTransferred.class, (event) -> this.customers.move(event).ifPresent(this::begin));
	}

	private void begin(EndedLink link) {
		step(link, DueCoupons.START).ifPresent((after) -> this.wake.publishEvent(new EndWorker.Wake()));
	}

	/**
	 * Takes back the next coupons; tells after which one to go on, unless all are back,
	 * or wait for their payments, or another instance is at it.
	 */
	@Transactional
	Optional<UUID> step(EndedLink link, UUID after) {
		return this.links.lock(link).flatMap((progress) -> {
			Chunk chunk = this.coupons.next(Ending.of(link, this.clock.instant()), after);
			Progress reached = progress.plus(chunk.taken().size(), chunk.amount()).waitingFor(chunk.waiting());
			Optional<UUID> next = this.coupons.goOn(chunk, after);
			if (next.isPresent()) {
				this.links.save(reached, State.ENDING);
			}
			else {
				this.summaries.close(reached);
			}
			return next;
		});
	}

}
