package io.partnerhub.coupon.limit;

import java.math.BigDecimal;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import io.partnerhub.platform.money.Money;

/**
 * What the coupons of a quota can be used for (6.3). An empty set and an absent number do
 * not limit.
 *
 * @param serviceTypes only these services
 * @param excludedServiceTypes none of these services
 * @param productIds only these products
 * @param excludedProductIds none of these products
 * @param regions only in these regions
 * @param orderTypes only for orders of these types
 * @param billingModes only for what is charged so
 * @param minimumOrder smallest payable of matching products
 * @param maximumOrder largest payable of matching products
 * @param firstOrderOnly only for a customer's first order
 * @param withoutDiscount not together with a discount
 * @param usageTimes how many orders one coupon pays; 0: as many as it lasts for
 * @param namedCustomers only these customers may have coupons
 * @param strictSelectedOnly only for strictly selected (严选) goods
 * @param maxDeductionRatio share of an order's payable that cash coupons may cover, more
 * than 0 and up to 1
 * @param couponsPerCustomer how many coupons of the quota one customer may have; 0: any
 */
public record Limits(Set<String> serviceTypes, Set<String> excludedServiceTypes, Set<String> productIds,
		Set<String> excludedProductIds, Set<String> regions, Set<OrderType> orderTypes, Set<BillingMode> billingModes,
		@Nullable Money minimumOrder, @Nullable Money maximumOrder, boolean firstOrderOnly, boolean withoutDiscount,
		int usageTimes, Set<UUID> namedCustomers, boolean strictSelectedOnly, @Nullable BigDecimal maxDeductionRatio,
		int couponsPerCustomer) {

	public static final Limits NONE = new Limits(Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), Set.of(),
			null, null, false, false, 0, Set.of(), false, null, 0);

	/** The same limits for fewer services or products; an empty set leaves them. */
	public Limits narrowed(Set<String> services, Set<String> products) {
		return new Limits(services.isEmpty() ? this.serviceTypes : services, this.excludedServiceTypes,
				products.isEmpty() ? this.productIds : products, this.excludedProductIds, this.regions, this.orderTypes,
				this.billingModes, this.minimumOrder, this.maximumOrder, this.firstOrderOnly, this.withoutDiscount,
				this.usageTimes, this.namedCustomers, this.strictSelectedOnly, this.maxDeductionRatio,
				this.couponsPerCustomer);
	}

	/** The same as a customer sees them: who else is named is not his business. */
	public Limits withoutNames() {
		return new Limits(this.serviceTypes, this.excludedServiceTypes, this.productIds, this.excludedProductIds,
				this.regions, this.orderTypes, this.billingModes, this.minimumOrder, this.maximumOrder,
				this.firstOrderOnly, this.withoutDiscount, this.usageTimes, Set.of(), this.strictSelectedOnly,
				this.maxDeductionRatio, this.couponsPerCustomer);
	}

}
