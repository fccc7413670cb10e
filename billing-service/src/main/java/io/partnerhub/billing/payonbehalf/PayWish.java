package io.partnerhub.billing.payonbehalf;

import java.util.List;
import java.util.UUID;

import io.partnerhub.billing.order.Paid;
import io.partnerhub.platform.caller.Caller;
import io.partnerhub.platform.idempotency.CommandKey;
import io.partnerhub.platform.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * Who wants to pay which order and how.
 *
 * @param number of the order
 * @param coupons of the customer, at most one of them a voucher (USE-01)
 * @param discountId the discount to use (ORD-17)
 * @param expected what the payer believes is to be paid, coupons among it; absent if he
 * does not say
 * @param proof of a verification code, if one is needed
 * @param key tells a repeat from another payment; absent on the vendor's face
 */
record PayWish(Caller caller, Paid.By payer, String number, List<UUID> coupons, @Nullable String discountId,
		@Nullable Money expected, @Nullable String proof, @Nullable CommandKey key) {

	boolean byPartner() {
		return this.payer == Paid.By.PARTNER;
	}

}
