package io.partnerhub.contracts;

import java.util.UUID;

/**
 * What coupon-service answers when an incentive is paid out as a voucher quota (INC-05).
 * The key is the pay-out, so that its answers stay in order.
 */
public sealed interface IncentiveQuotaEvent extends Event {

	UUID payoutId();

	@Override
	default UUID key() {
		return payoutId();
	}

	/** The quota was granted, once however often it was asked for. */
	record IncentiveQuotaGranted(UUID partnerId, UUID ownerPartnerId, UUID payoutId,
			UUID quotaId) implements IncentiveQuotaEvent {
	}

	/**
	 * The quota was not granted; asking again may help.
	 *
	 * @param reason UPPER_SNAKE code
	 */
	record IncentiveQuotaRefused(UUID partnerId, UUID ownerPartnerId, UUID payoutId,
			String reason) implements IncentiveQuotaEvent {
	}

}
