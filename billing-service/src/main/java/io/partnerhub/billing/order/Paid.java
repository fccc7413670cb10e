package io.partnerhub.billing.order;

import java.time.Instant;
import java.util.UUID;

import io.partnerhub.contracts.AssociationType;
import io.partnerhub.platform.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * How an order was paid, once for all (I-24); a refund goes by that (8.6).
 *
 * @param paymentId the payment, and the ledger's transaction of what came from the cash
 * account
 * @param provider who took it in, for what was paid on line
 * @param account the account here that paid; absent for what was paid at the vendor
 * @param cash what was paid in money, from whatever account
 * @param credit what of that came from the customer's credit
 * @param coupons what coupons paid
 * @param discount what a discount chosen at payment took off
 * @param association the customer's model at that time
 * @param reservationId the coupons' reservation in coupon-service
 */
public record Paid(UUID paymentId, Instant at, By by, With with, @Nullable String provider, @Nullable UUID account,
		Money cash, Money credit, Money coupons, Money discount, AssociationType association,
		@Nullable UUID reservationId) {

	/** Whether it was paid through the hub, not at the vendor. */
	public boolean isHere() {
		return this.by == By.PARTNER || this.account != null || this.reservationId != null;
	}

	/**
	 * Whether its money came to the hub: from an account here, or by the partner through
	 * a third party. Of what a customer paid at the vendor nothing did.
	 */
	public boolean isMoneyHere() {
		return this.by == By.PARTNER || this.account != null;
	}

	/** Who paid. */
	public enum By {

		CUSTOMER, PARTNER

	}

	/** From a balance, or on line through a provider. */
	public enum With {

		BALANCE, ONLINE

	}

}
