package io.partnerhub.billing.incentive;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;

import io.partnerhub.billing.ledger.Realm;
import io.partnerhub.platform.money.Money;
import io.partnerhub.platform.problem.Problem;
import org.jspecify.annotations.Nullable;

/**
 * What the vendor pays a partner for incentives (付款单). The partner's invoices cover it
 * wholly; one invoice belongs to one order (INVO-11).
 *
 * @param taxRate in percent
 * @param reason why the last invoices were refused
 */
record PaymentOrder(UUID id, String number, Realm realm, State state, Money amount, BigDecimal taxRate,
		@Nullable String reason, Instant at) {

	void require(State state) {
		if (this.state != state) {
			throw Problem.conflict("INVOICE_STATE", "The payment order does not allow this any more, or not yet.")
				.with("state", this.state);
		}
	}

	boolean sameAs(PaymentOrder other) {
		return this.realm.equals(other.realm) && this.amount.equals(other.amount)
				&& this.taxRate.compareTo(other.taxRate) == 0;
	}

	/**
	 * OPEN until invoices are submitted, and again when they are refused; CANCELLED with
	 * its pay-out.
	 */
	enum State {

		OPEN, SUBMITTED, APPROVED, CANCELLED

	}

}
