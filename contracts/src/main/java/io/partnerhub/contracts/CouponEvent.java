package io.partnerhub.contracts;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** What coupon-service announces about voucher quotas (代金券额度) and vouchers (代金券). */
public sealed interface CouponEvent extends Event {

	/** The vendor gave a partner a quota it may issue vouchers from. */
	record QuotaGranted(UUID partnerId, UUID ownerPartnerId, UUID quotaId, Amount value, Instant effectiveAt,
			Instant expiresAt) implements CouponEvent {

		@Override
		public UUID key() {
			return this.quotaId;
		}

	}

	/**
	 * A voucher reached a customer; {@code epoch} is the link it was issued under
	 * (REC-06).
	 */
	record VoucherIssued(UUID partnerId, UUID ownerPartnerId, UUID customerId, int epoch, UUID voucherId, UUID quotaId,
			Amount faceValue, Instant effectiveAt, Instant expiresAt) implements CouponEvent {

		@Override
		public UUID key() {
			return this.customerId;
		}

	}

	/**
	 * Vouchers went back to their quotas.
	 *
	 * @param operationType record type of chapter 6.4: 2 by hand, 3 at the end of the
	 * link, and so on
	 * @param vouchers 1 to 500 vouchers; a larger reclaim is announced in several events
	 */
	record VouchersReclaimed(UUID partnerId, UUID ownerPartnerId, UUID customerId, int epoch, int operationType,
			List<ReclaimedVoucher> vouchers) implements CouponEvent {

		@Override
		public UUID key() {
			return this.customerId;
		}

	}

	/** One reclaimed voucher with the amount that really went back. */
	record ReclaimedVoucher(UUID voucherId, UUID quotaId, Amount amount) {
	}

	/**
	 * All vouchers of an ended link are reclaimed; answers {@code customer.disassociated}
	 * (DIS-09).
	 */
	record CustomerCouponsReclaimed(UUID partnerId, UUID ownerPartnerId, UUID customerId, int epoch, long count,
			Amount amount) implements CouponEvent {

		@Override
		public UUID key() {
			return this.customerId;
		}

	}

}
