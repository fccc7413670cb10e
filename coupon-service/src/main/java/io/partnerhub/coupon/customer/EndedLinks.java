package io.partnerhub.coupon.customer;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import io.partnerhub.platform.money.Money;
import org.springframework.stereotype.Component;

/**
 * How far the ends of links have come: a link that is over stays open until all its
 * coupons are back (REC-06), step by step, by whichever instance comes first.
 */
@Component
public class EndedLinks {

	private final EndedLinkStore store;

	EndedLinks(EndedLinkStore store) {
		this.store = store;
	}

	/** Links whose coupons are not all back, the first to end first. */
	public List<EndedLink> open(int limit) {
		return this.store.open(limit);
	}

	/** Nothing if the link is done with, or another instance is at it. */
	public Optional<Progress> lock(EndedLink link) {
		return this.store.lock(link);
	}

	/** Those of the customer's links that waited for one of the coupons alone. */
	public List<Progress> lockWaiting(UUID customerId, Collection<UUID> couponIds) {
		return this.store.lockWaiting(customerId, couponIds);
	}

	public void save(Progress progress, State state) {
		this.store.save(progress, state);
	}

	/** Where the end of a link stands. */
	public enum State {

		ENDING, WAITING, DONE

	}

	/**
	 * What has come back so far.
	 *
	 * @param waitsFor coupons that come back with the end of a payment, not counted yet
	 */
	public record Progress(EndedLink link, long count, Money amount, List<UUID> waitsFor) {

		public Progress plus(long moreCoupons, Money moreAmount) {
			return new Progress(this.link, this.count + moreCoupons, this.amount.plus(moreAmount), this.waitsFor);
		}

		public Progress waitingFor(List<UUID> coupons) {
			List<UUID> all = new ArrayList<>(this.waitsFor);
			all.addAll(coupons);
			return new Progress(this.link, this.count, this.amount, List.copyOf(all));
		}

	}

}
