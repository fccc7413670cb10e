package io.partnerhub.coupon.quota;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;

import io.partnerhub.coupon.limit.Limits;
import io.partnerhub.coupon.limit.WireLimit;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/** A limit of a quota in the vendor's words, with all its values (6.3). */
@JsonNaming(SnakeCaseStrategy.class)
public record QuotaLimitInfo(String limitKey, List<LimitValue> limitValues) {

	public static List<QuotaLimitInfo> of(Limits limits) {
		return WireLimit.ofQuota(limits)
			.stream()
			.collect(Collectors.groupingBy(WireLimit::key, LinkedHashMap::new,
					Collectors.mapping((limit) -> new LimitValue(limit.value1(), limit.value2()), Collectors.toList())))
			.entrySet()
			.stream()
			.map((entry) -> new QuotaLimitInfo(entry.getKey(), entry.getValue()))
			.toList();
	}

	/** One value of a limit, or the two ends of a range. */
	@JsonNaming(SnakeCaseStrategy.class)
	public record LimitValue(@Nullable String value1, @Nullable String value2) {
	}

}
