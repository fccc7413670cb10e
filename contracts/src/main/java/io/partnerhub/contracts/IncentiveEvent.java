package io.partnerhub.contracts;

import java.util.UUID;

/**
 * What billing-service announces about incentives (激励) and their pay-out. The key is the
 * partner, so that what it earned and what it was paid stay in order.
 */
public sealed interface IncentiveEvent extends Event {

	UUID ownerPartnerId();

	@Override
	default UUID key() {
		return ownerPartnerId();
	}

	/**
	 * The partner confirmed the formal bill of an incentive (INC-01).
	 *
	 * @param number of the vendor
	 * @param period month of the bill, such as {@code 2026-02}
	 * @param amount with product tax
	 */
	record IncentiveConfirmed(UUID partnerId, UUID ownerPartnerId, UUID incentiveId, String number, String period,
			Amount amount) implements IncentiveEvent {
	}

	/**
	 * Incentives are paid out (INC-03): by a bank transfer, to the recharge account, or
	 * released to be granted as a voucher quota by coupon-service. Announced again for
	 * the same pay-out when granting the quota is tried again (INC-05).
	 *
	 * @param amount what the partner receives
	 */
	record IncentivePaid(UUID partnerId, UUID ownerPartnerId, UUID payoutId, Mode mode,
			Amount amount) implements IncentiveEvent {
	}

	/**
	 * What nobody asked for in time is void and cannot be recovered (INC-10).
	 *
	 * @param amount what is void of it
	 */
	record IncentiveExpired(UUID partnerId, UUID ownerPartnerId, UUID incentiveId, String number,
			Amount amount) implements IncentiveEvent {
	}

	/** How incentives are paid out: bank transfer, recharge account or voucher quota. */
	enum Mode {

		BANK_TRANSFER, ACCOUNT, QUOTA

	}

}
