package io.partnerhub.billing.refund;

import java.util.Map;
import java.util.Set;

import feign.FeignException;
import io.partnerhub.platform.problem.Problem;
import io.partnerhub.platform.remote.Remote;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Has coupon-service give coupons back (USE-07), outside any transaction and under the
 * refund's id: whatever the outcome of a call, the same call follows until one is
 * answered.
 */
@Component
class CouponReturns {

	private static final Logger log = LoggerFactory.getLogger(CouponReturns.class);

	private static final String SERVICE = "coupon-service";

	/** Other refusals are about the caller, and pass. */
	private static final Set<Integer> FINAL = Set.of(400, 404, 409);

	private static final int CONFLICT = 409;

	private static final String TOO_EARLY = "ORDER_NOT_PAID";

	private final CouponReturnSteps steps;

	private final CouponRefunds service;

	private final Remote remote;

	CouponReturns(CouponReturnSteps steps, CouponRefunds service, Remote remote) {
		this.steps = steps;
		this.service = service;
		this.remote = remote;
	}

	@Transactional(propagation = Propagation.NOT_SUPPORTED)
	void run() {
		this.steps.claim().forEach(this::giveBack);
	}

	private void giveBack(CouponReturn back) {
		try {
			CouponRefunds.Answer answer = this.remote.tell(SERVICE,
					() -> this.service.giveBack(back.reservationId(), CouponRefunds.Body.of(back)));
			this.steps.answered(back, answer.fates(), answer.refusals());
		}
		catch (FeignException.FeignClientException refusal) {
			refused(back, refusal.status(), CouponRefunds.code(refusal));
		}
		catch (Problem unanswered) {
			log.warn("coupons of refund {} wait: {}", back.refundId(), unanswered.getMessage());
		}
	}

	/**
	 * Of the request, not of a coupon. While the payment is not settled there it is too
	 * early; another refusal stands. A rule of theirs is no fault of ours (USE-07).
	 */
	private void refused(CouponReturn back, int status, String code) {
		if (FINAL.contains(status) && !code.equals(TOO_EARLY)) {
			log.atLevel((status == CONFLICT) ? Level.INFO : Level.ERROR)
				.log("coupons of refund {} stay used: {}", back.refundId(), code);
			this.steps.answered(back, Map.of(), back.allRefused(code));
		}
	}

}
