package io.partnerhub.coupon.coupon;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

import io.partnerhub.contracts.CouponEvent.CouponsExpiring;
import io.partnerhub.contracts.CouponEvent.ExpiringCoupon;
import io.partnerhub.coupon.coupon.ExpiringStore.Expiring;
import io.partnerhub.coupon.coupon.ExpiringStore.Group;
import io.partnerhub.coupon.settings.CouponProperties;
import io.partnerhub.platform.event.Outbox;
import io.partnerhub.platform.job.Job;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Tells a customer once of each coupon that expires within some days (VOU-13), one event
 * for each issuer.
 */
@Service
class ExpiringNotices {

	/** One event holds no more. */
	private static final int AT_MOST = 500;

	private final ExpiringStore store;

	private final Outbox outbox;

	private final CouponProperties properties;

	private final Clock clock;

	ExpiringNotices(ExpiringStore store, Outbox outbox, CouponProperties properties, Clock clock) {
		this.store = store;
		this.outbox = outbox;
		this.properties = properties;
		this.clock = clock;
	}

	/** What is over the limit of an event is told in the next window. */
	@Transactional
	void sweep() {
		Instant now = this.clock.instant();
		Instant until = now.plus(Duration.ofDays(this.properties.expiry().noticeDays()));
		Map<Group, List<Expiring>> told = this.store.tell(now, until, AT_MOST)
			.stream()
			.collect(Collectors.groupingBy(Expiring::group, TreeMap::new, Collectors.toList()));
		told.forEach(this::announce);
	}

	@Bean
	static Job expiringNoticesJob(ExpiringNotices notices) {
		return new Job("expiring-coupons", Duration.ofSeconds(10), notices::sweep);
	}

	private void announce(Group group, List<Expiring> coupons) {
		this.outbox.announce(new CouponsExpiring(group.partnerId(), group.ownerPartnerId(), group.customerId(),
				group.type(), coupons.stream().map(ExpiringNotices::announced).toList()));
	}

	private static ExpiringCoupon announced(Expiring coupon) {
		return new ExpiringCoupon(coupon.couponId(), coupon.balance().amount(), coupon.expiresAt());
	}

}
