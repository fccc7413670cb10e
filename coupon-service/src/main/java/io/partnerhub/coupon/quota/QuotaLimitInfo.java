package io.partnerhub.coupon.quota;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

import io.partnerhub.coupon.limit.Limits;
import io.partnerhub.platform.money.Money;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * A limit of a quota in the vendor's words (6.3). Keys that the wire file names are
 * spelled as there; what does not limit is left out.
 */
@JsonNaming(SnakeCaseStrategy.class)
public record QuotaLimitInfo(String limitKey, List<LimitValue> limitValues) {

	public static List<QuotaLimitInfo> of(Limits limits) {
		List<QuotaLimitInfo> infos = new ArrayList<>();
		add(infos, "cloudServiceType", limits.serviceTypes());
		add(infos, "excludeCloudServiceType", limits.excludedServiceTypes());
		add(infos, "productId", limits.productIds());
		add(infos, "excludeProductId", limits.excludedProductIds());
		add(infos, "regionCode", limits.regions());
		add(infos, "subscribeType", limits.orderTypes());
		add(infos, "chargingMode", limits.billingModes());
		if (limits.minimumOrder() != null || limits.maximumOrder() != null) {
			infos.add(new QuotaLimitInfo("orderAmount",
					List.of(new LimitValue(plain(limits.minimumOrder()), plain(limits.maximumOrder())))));
		}
		flag(infos, "firstOrderOnly", limits.firstOrderOnly());
		if (limits.withoutDiscount()) {
			add(infos, "simultaneousUseWithPromotionDiscount", List.of("0"));
		}
		if (limits.usageTimes() > 0) {
			add(infos, "usageTimes", List.of(limits.usageTimes()));
		}
		add(infos, "customerId", limits.namedCustomers());
		flag(infos, "isOnlyForStrictSelected", limits.strictSelectedOnly());
		if (limits.maxDeductionRatio() != null) {
			add(infos, "maxDeductionRatio", List.of(limits.maxDeductionRatio().toPlainString()));
		}
		if (limits.couponsPerCustomer() > 0) {
			add(infos, "couponsPerCustomer", List.of(limits.couponsPerCustomer()));
		}
		return infos;
	}

	private static void add(List<QuotaLimitInfo> infos, String key, Collection<?> values) {
		if (!values.isEmpty()) {
			infos.add(new QuotaLimitInfo(key,
					values.stream()
						.map(String::valueOf)
						.sorted()
						.map((value) -> new LimitValue(value, null))
						.toList()));
		}
	}

	private static void flag(List<QuotaLimitInfo> infos, String key, boolean set) {
		if (set) {
			add(infos, key, List.of("1"));
		}
	}

	private static @Nullable String plain(@Nullable Money amount) {
		return (amount != null) ? amount.decimal().toPlainString() : null;
	}

	/** One value of a limit, or the two ends of a range. */
	@JsonNaming(SnakeCaseStrategy.class)
	public record LimitValue(@Nullable String value1, @Nullable String value2) {
	}

}
