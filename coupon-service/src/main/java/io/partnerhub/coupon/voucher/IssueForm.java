package io.partnerhub.coupon.voucher;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import io.partnerhub.platform.money.Money;
import io.partnerhub.platform.money.Positive;
import io.partnerhub.platform.problem.Problem;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * An issue of vouchers or cash coupons (VOU-02).
 *
 * @param quotaId where the amount comes from, a quota of the coupons' type
 * @param customerIds 1–10 customers associated with the partner, or on the white-list of
 * a government-subsidy partner
 * @param faceValue of each coupon, more than 0.00
 * @param minimumOrderAmount smallest order it can be used for; absent means none
 * @param serviceTypes at most 10 of the dictionary, inside the quota's; absent means as
 * the quota
 * @param productIds at most 10, inside the quota's; absent means as the quota
 * @param effectiveAt inside the quota's validity; absent means as the quota
 * @param expiresAt inside the quota's validity; absent means as the quota
 * @param remark up to 256 characters, never shown to the customer
 */
@Schema(name = "CouponIssue")
public record IssueForm(@NotNull UUID quotaId, @NotEmpty @Size(max = 100) List<@NotNull UUID> customerIds,
		@NotNull @Positive Money faceValue, @Nullable Money minimumOrderAmount,
		@Nullable @Size(max = 10) List<@NotBlank @Size(max = 64) String> serviceTypes,
		@Nullable @Size(max = 10) List<@NotBlank @Size(max = 64) String> productIds, @Nullable Instant effectiveAt,
		@Nullable Instant expiresAt, @Nullable @Size(max = 256) String remark) {

	public IssueOrder order() {
		Money minimum = (this.minimumOrderAmount != null) ? this.minimumOrderAmount : Money.zero();
		if (minimum.compareTo(Money.zero()) < 0) {
			throw Problem.invalid("/minimumOrderAmount", "OUT_OF_RANGE", "must not be less than 0.00");
		}
		return new IssueOrder(this.quotaId, this.customerIds, List.of(), this.faceValue, minimum,
				set(this.serviceTypes), set(this.productIds), this.effectiveAt, this.expiresAt, this.remark);
	}

	private static Set<String> set(@Nullable List<String> values) {
		return (values != null) ? Set.copyOf(values) : Set.of();
	}

}
