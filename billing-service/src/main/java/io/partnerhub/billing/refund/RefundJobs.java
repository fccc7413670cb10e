package io.partnerhub.billing.refund;

import io.partnerhub.platform.job.Job;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Goes on with refunds that wait for a time or for coupon-service; each commits by
 * itself.
 */
@Component
class RefundJobs {

	private static final Logger log = LoggerFactory.getLogger(RefundJobs.class);

	private final Refunds refunds;

	private final CouponReturns coupons;

	RefundJobs(Refunds refunds, CouponReturns coupons) {
		this.refunds = refunds;
		this.coupons = coupons;
	}

	@Bean
	static Job refundsDue(RefundJobs jobs, RefundSettings settings) {
		return Job.inSteps("refunds", settings.runEvery(), jobs::run);
	}

	/** Outside any transaction. */
	@Transactional(propagation = Propagation.NOT_SUPPORTED)
	void run() {
		for (Refund refund : this.refunds.due()) {
			try {
				this.refunds.goOn(refund.id());
			}
			catch (RuntimeException ex) {
				log.error("refund {} waits", refund.id(), ex);
			}
		}
		this.coupons.run();
	}

}
