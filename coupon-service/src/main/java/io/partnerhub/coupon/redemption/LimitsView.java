package io.partnerhub.coupon.redemption;

import java.math.BigDecimal;
import java.util.Set;

import io.partnerhub.coupon.limit.BillingMode;
import io.partnerhub.coupon.limit.Limits;
import io.partnerhub.coupon.limit.OrderType;
import io.partnerhub.platform.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * What a coupon can be used for, without who else may have such (6.9); an empty list and
 * an absent value do not limit.
 *
 * @param usageTimes how many orders it pays; 0: as many as it lasts for
 */
record LimitsView(Set<String> serviceTypes, Set<String> excludedServiceTypes, Set<String> productIds,
		Set<String> excludedProductIds, Set<String> regions, Set<OrderType> orderTypes, Set<BillingMode> billingModes,
		@Nullable Money minimumOrder, @Nullable Money maximumOrder, boolean firstOrderOnly, boolean withoutDiscount,
		int usageTimes, boolean strictSelectedOnly, @Nullable BigDecimal maxDeductionRatio) {

	static LimitsView of(Limits limits) {
		return new LimitsView(limits.serviceTypes(), limits.excludedServiceTypes(), limits.productIds(),
				limits.excludedProductIds(), limits.regions(), limits.orderTypes(), limits.billingModes(),
				limits.minimumOrder(), limits.maximumOrder(), limits.firstOrderOnly(), limits.withoutDiscount(),
				limits.usageTimes(), limits.strictSelectedOnly(), limits.maxDeductionRatio());
	}

}
