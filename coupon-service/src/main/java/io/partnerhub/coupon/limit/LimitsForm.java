package io.partnerhub.coupon.limit;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.Set;
import java.util.UUID;

import io.partnerhub.platform.money.Money;
import io.partnerhub.platform.problem.Problem;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * What the coupons of a quota can be used for (6.3), as front ends write and read it.
 * What is absent does not limit.
 *
 * @param serviceTypes only these services, up to 100 codes
 * @param excludedServiceTypes none of these services, up to 100 codes
 * @param productIds only these products, up to 100
 * @param excludedProductIds none of these products, up to 100
 * @param regions only in these regions, up to 100 codes
 * @param orderTypes only for orders of these types
 * @param billingModes only for what is charged so
 * @param minimumOrderAmount smallest payable of matching products, not less than 0.00
 * @param maximumOrderAmount largest payable of matching products, not less than the
 * smallest
 * @param firstOrderOnly only for a customer's first order
 * @param withoutDiscount not together with a discount
 * @param usageTimes how many orders one coupon pays, 1–1000; 0: as many as it lasts for
 * @param namedCustomers only these customers may have coupons, up to 1000
 * @param strictSelectedOnly only for strictly selected (严选) goods
 * @param maxDeductionRatio cash coupons only: share of an order's payable they may cover,
 * more than 0 and up to 1, 4 decimals
 * @param couponsPerCustomer how many coupons one customer may have, 1–10000; 0: any
 */
public record LimitsForm(@Nullable @Size(max = 100) Set<@NotBlank @Size(max = 64) String> serviceTypes,
		@Nullable @Size(max = 100) Set<@NotBlank @Size(max = 64) String> excludedServiceTypes,
		@Nullable @Size(max = 100) Set<@NotBlank @Size(max = 64) String> productIds,
		@Nullable @Size(max = 100) Set<@NotBlank @Size(max = 64) String> excludedProductIds,
		@Nullable @Size(max = 100) Set<@NotBlank @Size(max = 64) String> regions,
		@Nullable Set<@NotNull OrderType> orderTypes, @Nullable Set<@NotNull BillingMode> billingModes,
		@Nullable Money minimumOrderAmount, @Nullable Money maximumOrderAmount, @Nullable Boolean firstOrderOnly,
		@Nullable Boolean withoutDiscount, @Nullable @Min(0) @Max(1000) Integer usageTimes,
		@Nullable @Size(max = 1000) Set<@NotNull UUID> namedCustomers, @Nullable Boolean strictSelectedOnly,
		@Nullable @DecimalMin(value = "0", inclusive = false) @DecimalMax("1") @Digits(integer = 1,
				fraction = 4) BigDecimal maxDeductionRatio,
		@Nullable @Min(0) @Max(10_000) Integer couponsPerCustomer) {

	/** Absent if nothing is limited. */
	public static @Nullable LimitsForm of(Limits limits) {
		return limits.equals(Limits.NONE) ? null
				: new LimitsForm(shown(limits.serviceTypes()), shown(limits.excludedServiceTypes()),
						shown(limits.productIds()), shown(limits.excludedProductIds()), shown(limits.regions()),
						shown(limits.orderTypes()), shown(limits.billingModes()), limits.minimumOrder(),
						limits.maximumOrder(), shown(limits.firstOrderOnly()), shown(limits.withoutDiscount()),
						shown(limits.usageTimes()), shown(limits.namedCustomers()), shown(limits.strictSelectedOnly()),
						limits.maxDeductionRatio(), shown(limits.couponsPerCustomer()));
	}

	/** Refuses what contradicts itself. */
	public Limits limits() {
		checkAmounts();
		checkApart("excludedServiceTypes", set(this.serviceTypes), set(this.excludedServiceTypes));
		checkApart("excludedProductIds", set(this.productIds), set(this.excludedProductIds));
		return new Limits(set(this.serviceTypes), set(this.excludedServiceTypes), set(this.productIds),
				set(this.excludedProductIds), set(this.regions), set(this.orderTypes), set(this.billingModes),
				this.minimumOrderAmount, this.maximumOrderAmount, Boolean.TRUE.equals(this.firstOrderOnly),
				Boolean.TRUE.equals(this.withoutDiscount), number(this.usageTimes), set(this.namedCustomers),
				Boolean.TRUE.equals(this.strictSelectedOnly), this.maxDeductionRatio, number(this.couponsPerCustomer));
	}

	private void checkAmounts() {
		Money smallest = (this.minimumOrderAmount != null) ? this.minimumOrderAmount : Money.zero();
		if (smallest.compareTo(Money.zero()) < 0) {
			throw Problem.invalid("/limits/minimumOrderAmount", "OUT_OF_RANGE", "must not be less than 0.00");
		}
		if (this.maximumOrderAmount != null && this.maximumOrderAmount.compareTo(smallest) < 0) {
			throw Problem.invalid("/limits/maximumOrderAmount", "OUT_OF_RANGE", "must not be less than the smallest");
		}
	}

	private static void checkApart(String field, Set<String> included, Set<String> excluded) {
		if (!Collections.disjoint(included, excluded)) {
			throw Problem.invalid("/limits/" + field, "CONTRADICTORY", "Nothing can be both included and excluded.");
		}
	}

	private static <T> Set<T> set(@Nullable Set<T> values) {
		return (values != null) ? Set.copyOf(values) : Set.of();
	}

	private static int number(@Nullable Integer value) {
		return (value != null) ? value : 0;
	}

	private static <T> @Nullable Set<T> shown(Set<T> values) {
		return values.isEmpty() ? null : values;
	}

	private static @Nullable Boolean shown(boolean value) {
		return value ? true : null;
	}

	private static @Nullable Integer shown(int value) {
		return (value > 0) ? value : null;
	}

}
