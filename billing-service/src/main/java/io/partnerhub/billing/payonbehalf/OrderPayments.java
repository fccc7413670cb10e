package io.partnerhub.billing.payonbehalf;

import java.util.UUID;

import io.partnerhub.platform.problem.Problem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Pays an order with money, or with coupons and money: the coupons are kept, the money
 * moves in a transaction of its own, the coupons are used; on every refusal they are free
 * again. Where an answer is missing, nothing is guessed: the caller repeats, or
 * {@link PaymentRecovery} finds it.
 */
@Service
class OrderPayments {

	private static final Logger log = LoggerFactory.getLogger(OrderPayments.class);

	private final PaymentSteps steps;

	private final CouponDesk coupons;

	OrderPayments(PaymentSteps steps, CouponDesk coupons) {
		this.steps = steps;
		this.coupons = coupons;
	}

	/** Outside any transaction: each step commits before the next. */
	@Transactional(propagation = Propagation.NOT_SUPPORTED)
	public void pay(PayWish wish) {
		Payment payment = this.steps.begin(wish);
		if (payment.state() == Payment.State.OPEN) {
			payWithCoupons(payment, wish);
		}
		Payment paid = this.steps.get(payment.id());
		if (paid.state() == Payment.State.PAID) {
			quietly(paid, () -> use(paid));
		}
	}

	private void payWithCoupons(Payment payment, PayWish wish) {
		try {
			CouponQuestions.Reservation kept = this.coupons.reserve(payment, this.steps.payable(payment));
			if (!this.steps.keepReservation(payment.id(), kept)) {
				endedMeanwhile(this.steps.get(payment.id()), kept.id());
				return;
			}
			this.coupons.startPayment(kept.id());
			this.steps.settle(payment, wish, kept.total());
		}
		catch (Problem refusal) {
			if (refusal.status() != HttpStatus.GATEWAY_TIMEOUT) {
				giveUp(payment.id(), refusal.code());
			}
			throw refusal;
		}
	}

	/**
	 * A repeat of the same command may have paid it. Whoever gave it up may not have
	 * known of the reservation.
	 */
	private void endedMeanwhile(Payment payment, UUID reservation) {
		if (payment.state() == Payment.State.RELEASING || payment.state() == Payment.State.FAILED) {
			quietly(payment, () -> {
				this.coupons.release(reservation);
				this.steps.released(payment.id());
			});
			throw PayRules.givenUp(payment);
		}
	}

	/** Whoever gave it up first, its coupons are free at once. */
	private void giveUp(UUID id, String why) {
		this.steps.giveUp(id, why);
		Payment payment = this.steps.get(id);
		if (payment.state() == Payment.State.RELEASING) {
			quietly(payment, () -> release(payment));
		}
	}

	/** The money moved: the coupons follow. */
	void use(Payment paid) {
		UUID reservation = paid.reservationId();
		if (reservation != null) {
			this.coupons.use(reservation);
		}
		this.steps.finish(paid.id());
	}

	/** Nothing was paid: the coupons are the customer's again. */
	void release(Payment payment) {
		UUID reservation = payment.reservationId();
		if (reservation == null && !payment.coupons().isEmpty()) {
			reservation = this.coupons.find(payment, this.steps.payable(payment)).orElse(null);
		}
		if (reservation != null) {
			this.coupons.release(reservation);
		}
		this.steps.released(payment.id());
	}

	/**
	 * What cannot be done now is done later; the caller's payment stands or is refused.
	 */
	private static void quietly(Payment payment, Runnable step) {
		try {
			step.run();
		}
		catch (RuntimeException ex) {
			log.warn("coupons of payment {} follow later: {}", payment.id(), ex.toString());
		}
	}

}
