package io.partnerhub.coupon.redemption;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import io.partnerhub.platform.money.Money;

/**
 * A refund of a paid order gives amounts back to its coupons.
 *
 * @param requestId names the refund; a repeat gets the same answer
 */
record ReturnOrder(String requestId, ReturnCause cause, Map<UUID, Money> amounts) {

	/** The same for the other coupons. */
	ReturnOrder without(Collection<UUID> coupons) {
		return new ReturnOrder(this.requestId, this.cause,
				this.amounts.entrySet()
					.stream()
					.filter((each) -> !coupons.contains(each.getKey()))
					.collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
	}

}
