package io.partnerhub.coupon.quota;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

import io.partnerhub.contracts.QuotaEvent.QuotaExpired;
import io.partnerhub.contracts.QuotaEvent.QuotaExpiring;
import io.partnerhub.coupon.quota.Movement.Bucket;
import io.partnerhub.coupon.quota.Movement.Kind;
import io.partnerhub.platform.event.Outbox;
import io.partnerhub.platform.job.Job;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The end of a quota's validity, once: what was not issued can never be (6.4). What a
 * distributor delegated expires with the reseller's quota. Its holder is told some days
 * before, once.
 */
@Service
class QuotaExpiry {

	private static final int ROWS_PER_RUN = 500;

	private final QuotaExpiryStore store;

	private final QuotaJournalStore journal;

	private final Outbox outbox;

	private final QuotaSettings settings;

	private final Clock clock;

	QuotaExpiry(QuotaExpiryStore store, QuotaJournalStore journal, Outbox outbox, QuotaSettings settings, Clock clock) {
		this.store = store;
		this.journal = journal;
		this.outbox = outbox;
		this.settings = settings;
		this.clock = clock;
	}

	@Transactional
	void sweep() {
		Instant now = this.clock.instant();
		List<Quota> due = this.store.lockDue(now, ROWS_PER_RUN);
		List<Movement> unspent = due.stream()
			.filter((quota) -> quota.available().isPositive())
			.map((quota) -> new Movement(quota.id(), Kind.EXPIRED, Bucket.AVAILABLE, Bucket.EXPIRED, quota.available(),
					null))
			.toList();
		if (!unspent.isEmpty()) {
			this.journal.book(unspent, now);
		}
		this.store.expire(due.stream().map(Quota::id).toList(), now);
		due.forEach((quota) -> this.outbox.announce(
				new QuotaExpired(quota.partnerId(), quota.ownerPartnerId(), quota.id(), quota.available().amount())));
	}

	@Transactional
	void tell() {
		Instant now = this.clock.instant();
		this.store.tell(now, now.plus(this.settings.noticeBefore()), ROWS_PER_RUN)
			.forEach((quota) -> this.outbox.announce(new QuotaExpiring(quota.partnerId(), quota.ownerPartnerId(),
					quota.id(), quota.type(), quota.available().amount(), quota.expiresAt())));
	}

	@Bean
	static Job quotaExpiryJob(QuotaExpiry expiry) {
		return new Job("quota-expiry", Duration.ofMinutes(1), expiry::sweep);
	}

	@Bean
	static Job quotaExpiryNoticeJob(QuotaExpiry expiry) {
		return new Job("quota-expiry-notice", Duration.ofSeconds(30), expiry::tell);
	}

}
