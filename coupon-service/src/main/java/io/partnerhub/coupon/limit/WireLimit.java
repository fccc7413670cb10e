package io.partnerhub.coupon.limit;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import io.partnerhub.platform.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * One value of a limit in the vendor's words (6.3): keys that the wire file names are
 * spelled as there, amounts are in yuan. What does not limit is left out.
 *
 * @param value1 text; a code, 0 or 1, a number, or the lower end of a range
 * @param value2 the upper end of a range
 * @param unit of the values; only amounts have one
 */
public record WireLimit(String key, @Nullable String value1, @Nullable String value2, @Nullable String unit) {

	private static final String YUAN = "CNY";

	/** What a coupon can be used for; who may have it is not its customer's business. */
	public static List<WireLimit> ofUse(Limits limits, Money minimumOrder) {
		List<WireLimit> all = new ArrayList<>();
		values(all, "cloudServiceType", limits.serviceTypes());
		values(all, "excludeCloudServiceType", limits.excludedServiceTypes());
		values(all, "productId", limits.productIds());
		values(all, "excludeProductId", limits.excludedProductIds());
		values(all, "regionCode", limits.regions());
		values(all, "subscribeType", limits.orderTypes().stream().map(WireLimit::word).toList());
		values(all, "chargingMode", limits.billingModes().stream().map(WireLimit::code).toList());
		amounts(all, largest(limits.minimumOrder(), minimumOrder), limits.maximumOrder());
		flag(all, "firstOrderOnly", limits.firstOrderOnly(), "1");
		flag(all, "simultaneousUseWithEmpowerDiscount", limits.withoutDiscount(), "0");
		flag(all, "simultaneousUseWithContractDiscount", limits.withoutDiscount(), "0");
		flag(all, "simultaneousUseWithPromotionDiscount", limits.withoutDiscount(), "0");
		flag(all, "usageTimes", limits.usageTimes() > 0, String.valueOf(limits.usageTimes()));
		flag(all, "isOnlyForStrictSelected", limits.strictSelectedOnly(), "1");
		if (limits.maxDeductionRatio() != null) {
			values(all, "maxDeductionRatio", List.of(limits.maxDeductionRatio().toPlainString()));
		}
		return all;
	}

	/** All limits of a quota, also whom its coupons are for and how many one may have. */
	public static List<WireLimit> ofQuota(Limits limits) {
		List<WireLimit> all = ofUse(limits, Money.zero());
		values(all, "customerId", limits.namedCustomers());
		flag(all, "couponsPerCustomer", limits.couponsPerCustomer() > 0, String.valueOf(limits.couponsPerCustomer()));
		return all;
	}

	private static void values(List<WireLimit> all, String key, Collection<?> values) {
		values.stream()
			.map(String::valueOf)
			.sorted()
			.forEach((value) -> all.add(new WireLimit(key, value, null, null)));
	}

	private static void flag(List<WireLimit> all, String key, boolean limits, String value) {
		if (limits) {
			all.add(new WireLimit(key, value, null, null));
		}
	}

	private static void amounts(List<WireLimit> all, @Nullable Money smallest, @Nullable Money largest) {
		if (smallest != null || largest != null) {
			all.add(new WireLimit("orderAmount", plain(smallest), plain(largest), YUAN));
		}
	}

	private static @Nullable Money largest(@Nullable Money ofQuota, Money ofCoupon) {
		return Stream.concat(Stream.ofNullable(ofQuota), Stream.of(ofCoupon).filter(Money::isPositive))
			.max(Money::compareTo)
			.orElse(null);
	}

	private static String word(OrderType type) {
		return type.name().toLowerCase(Locale.ROOT);
	}

	/** Charging modes of the wire file; it has none for what is paid once. */
	private static String code(BillingMode mode) {
		return switch (mode) {
			case SUBSCRIPTION -> "1";
			case PAY_PER_USE -> "3";
			case ONE_TIME -> "oneTime";
		};
	}

	private static @Nullable String plain(@Nullable Money amount) {
		return (amount != null) ? amount.decimal().toPlainString() : null;
	}

}
