package io.partnerhub.coupon.redemption;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

import io.partnerhub.coupon.coupon.CouponLocks;
import io.partnerhub.coupon.customer.KnownCustomers;
import io.partnerhub.platform.job.Job;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * An order that stays unpaid for too long holds its coupons no longer (USE-05). A running
 * payment is never cut off.
 */
@Service
class ReservationExpiry {

	private final ReservationStore store;

	private final CouponLocks locks;

	private final KnownCustomers customers;

	private final RedemptionSettings settings;

	private final Clock clock;

	ReservationExpiry(ReservationStore store, CouponLocks locks, KnownCustomers customers, RedemptionSettings settings,
			Clock clock) {
		this.store = store;
		this.locks = locks;
		this.customers = customers;
		this.settings = settings;
		this.clock = clock;
	}

	/** Gives up what is due, some at once; the rest waits for the next window. */
	@Transactional
	int sweep() {
		Instant now = this.clock.instant();
		List<ReservationStore.Due> due = this.store.due(now, this.settings.expiredAtOnce());
		due.stream().map(ReservationStore.Due::customerId).distinct().sorted().forEach(this.customers::holdBuyer);
		List<Reservation> expired = this.store
			.lockReserved(due.stream().map(ReservationStore.Due::reservationId).toList());
		this.locks.unlock(expired.stream().map(Reservation::orderId).toList());
		this.store.change(expired.stream().map(Reservation::id).toList(), Reservation.State.EXPIRED, now);
		return expired.size();
	}

	@Bean
	static Job reservationExpiryJob(ReservationExpiry expiry) {
		return new Job("reservation-expiry", Duration.ofMinutes(1), expiry::sweep);
	}

}
