package io.partnerhub.coupon.coupon;

import java.time.Clock;
import java.time.Duration;

import io.partnerhub.coupon.coupon.DueCoupons.Chunk;
import io.partnerhub.coupon.settings.CouponProperties;
import io.partnerhub.platform.job.Job;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What is left of a coupon past its validity goes back to its quota (REC-07, type 4).
 * Each chunk commits by itself, so that no quota is held for long; the rows make the
 * effect happen once (I-50).
 */
@Service
class CouponExpiry {

	private final DueCoupons coupons;

	private final TransactionTemplate ownTransaction;

	private final CouponProperties properties;

	private final Clock clock;

	CouponExpiry(DueCoupons coupons, PlatformTransactionManager transactions, CouponProperties properties,
			Clock clock) {
		this.coupons = coupons;
		this.ownTransaction = new TransactionTemplate(transactions);
		this.ownTransaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
		this.properties = properties;
		this.clock = clock;
	}

	/** What is over the window's limit is found in the next window. */
	void sweep() {
		int left = this.properties.expiry().couponsPerWindow();
		Chunk chunk = Chunk.NONE;
		do {
			chunk = this.ownTransaction.execute((status) -> next());
			left -= chunk.due();
		}
		while (left > 0 && chunk.due() > 0);
	}

	@Bean
	static Job couponExpiryJob(CouponExpiry expiry) {
		return new Job("coupon-expiry", Duration.ofMinutes(1), expiry::sweep);
	}

	private Chunk next() {
		return this.coupons.next(Ending.expired(this.clock.instant()), DueCoupons.START);
	}

}
