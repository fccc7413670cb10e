package io.partnerhub.coupon.coupon;

import java.util.List;
import java.util.UUID;

import io.partnerhub.contracts.CouponEvent.CustomerCouponsReclaimed;
import io.partnerhub.coupon.customer.EndedLink;
import io.partnerhub.coupon.customer.EndedLinks;
import io.partnerhub.coupon.customer.EndedLinks.Progress;
import io.partnerhub.coupon.customer.EndedLinks.State;
import io.partnerhub.platform.event.Outbox;
import io.partnerhub.platform.money.Money;
import org.springframework.stereotype.Service;

/**
 * Closes an ended link whose coupons are all seen, and announces what came back in all,
 * once: at the latest with the last payment it waits for (REC-06).
 */
@Service
class LinkSummaries {

	private final EndedLinks links;

	private final EndStore store;

	private final Outbox outbox;

	LinkSummaries(EndedLinks links, EndStore store, Outbox outbox) {
		this.links = links;
		this.store = store;
		this.outbox = outbox;
	}

	/** The caller holds the link. */
	void close(Progress progress) {
		if (!progress.waitsFor().isEmpty() && this.store.anyWaiting(progress.waitsFor())) {
			this.links.save(progress, State.WAITING);
			return;
		}
		List<Money> late = progress.waitsFor().isEmpty() ? List.of() : this.store.endedAmounts(progress.waitsFor());
		Progress all = progress.plus(late.size(), late.stream().reduce(Money.zero(), Money::plus));
		EndedLink link = all.link();
		this.links.save(all, State.DONE);
		this.outbox.announce(new CustomerCouponsReclaimed(link.partnerId(), link.ownerPartnerId(), link.customerId(),
				link.epoch(), all.count(), all.amount().amount()));
	}

	/** Payments of the coupons are over. */
	void closeWaiting(UUID customerId, List<UUID> couponIds) {
		this.links.lockWaiting(customerId, couponIds).forEach(this::close);
	}

}
