package io.partnerhub.coupon.redemption;

import java.util.List;
import java.util.UUID;

import io.partnerhub.coupon.limit.BillingMode;
import io.partnerhub.coupon.limit.OrderType;
import io.partnerhub.platform.money.Money;
import io.partnerhub.platform.problem.Problem;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * An order as a request describes it (USE-03).
 *
 * @param type NEW (also pay-per-use to subscription and trial to commercial), RENEW or
 * CHANGE
 * @param region where it is delivered; absent if nowhere: then coupons for certain
 * regions do not fit
 * @param lines 1–100 products
 * @param discount what has lowered its prices already; absent for list prices
 * @param firstOrder whether it is the customer's first; absent means no
 * @param clearsArrears whether it pays what the customer owes: no coupon does (USE-06);
 * absent means no
 */
record OrderBody(@NotNull OrderType type, @NotNull BillingMode billingMode, @Nullable @Size(max = 64) String region,
		@NotEmpty @Size(max = 100) List<@Valid @NotNull Line> lines, PayableOrder.@Nullable Discount discount,
		@Nullable Boolean firstOrder, @Nullable Boolean clearsArrears) {

	PayableOrder order(String orderId, UUID customerId) {
		return new PayableOrder(orderId, customerId, this.type, this.billingMode, this.region,
				this.lines.stream().map(Line::line).toList(), this.discount, Boolean.TRUE.equals(this.firstOrder),
				Boolean.TRUE.equals(this.clearsArrears));
	}

	/**
	 * One product.
	 *
	 * @param serviceType code of the service, up to 64 characters
	 * @param productId up to 64 characters
	 * @param strictlySelected whether it is strictly selected (严选); absent means no
	 * @param marketplace whether it is somebody else's on the marketplace; absent means
	 * no
	 * @param payable after discounts, before coupons; at least 0.00
	 */
	record Line(@NotBlank @Size(max = 64) String serviceType, @NotBlank @Size(max = 64) String productId,
			@Nullable Boolean strictlySelected, @Nullable Boolean marketplace, @NotNull Money payable) {

		PayableOrder.Line line() {
			if (this.payable.compareTo(Money.zero()) < 0) {
				throw Problem.invalid("/order/lines", "OUT_OF_RANGE", "payable must not be less than 0.00");
			}
			return new PayableOrder.Line(this.serviceType, this.productId, Boolean.TRUE.equals(this.strictlySelected),
					Boolean.TRUE.equals(this.marketplace), this.payable);
		}

	}

}
