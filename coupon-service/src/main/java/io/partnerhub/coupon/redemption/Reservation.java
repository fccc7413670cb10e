package io.partnerhub.coupon.redemption;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import io.partnerhub.contracts.CouponType;
import io.partnerhub.coupon.coupon.Fate;
import io.partnerhub.platform.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * Coupons picked for an order (USE-01, USE-05): held while it is unpaid, used once it is
 * paid.
 *
 * @param requestId names the attempt; a repeat gets the same reservation
 * @param payable of the order, before coupons
 * @param content digest of what was asked for: tells a repeat from another request
 * @param expiresAt when what is still RESERVED is given up; a running payment has no end
 */
record Reservation(UUID id, String orderId, String requestId, UUID customerId, State state, Money payable,
		String content, List<Line> lines, Instant createdAt, Instant expiresAt) {

	Money total() {
		return this.lines.stream().map(Line::amount).reduce(Money.zero(), Money::plus);
	}

	boolean sameAs(Reservation other) {
		return this.orderId.equals(other.orderId) && this.content.equals(other.content);
	}

	/**
	 * One coupon.
	 *
	 * @param amount what it pays
	 * @param returned what refunds gave back of it
	 * @param held whether it is locked for the order now; one that is not, though the
	 * order is still unpaid, was voided (REC-06)
	 */
	record Line(UUID couponId, UUID partnerId, CouponType type, Money amount, Money returned, boolean held) {

		Money left() {
			return this.amount.minus(this.returned);
		}

	}

	/**
	 * RESERVED ends by PAYING, RELEASED or EXPIRED, PAYING by USED or RELEASED.
	 */
	enum State {

		RESERVED, PAYING, USED, RELEASED, EXPIRED;

		boolean open() {
			return this == RESERVED || this == PAYING;
		}

	}

	/** What became of a coupon by an order: an entry of its use record (6.9). */
	record Use(UUID couponId, String orderId, Kind kind, Money amount, @Nullable Fate fate, Instant at) {

		/** Taken by a paid order, or given back by its refund. */
		enum Kind {

			USED, RETURNED

		}

	}

}
