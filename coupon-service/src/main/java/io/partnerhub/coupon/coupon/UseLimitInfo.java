package io.partnerhub.coupon.coupon;

import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.partnerhub.coupon.limit.WireLimit;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * What limits the use of a coupon, in the vendor's words (6.3).
 *
 * @param useLimitId the coupon's id and the number of the limit; the vendor spells the
 * name with another i
 * @param valueUnit of amounts: CNY
 */
@JsonNaming(SnakeCaseStrategy.class)
public record UseLimitInfo(@JsonProperty("use_limiti_info_id") String useLimitId, String limitKey,
		@Nullable String value1, @Nullable String value2, @Nullable String valueUnit) {

	public static List<UseLimitInfo> of(Coupon coupon) {
		List<UseLimitInfo> infos = new ArrayList<>();
		WireLimit.ofUse(coupon.terms().limits(), coupon.terms().minimumOrder())
			.forEach((limit) -> infos.add(new UseLimitInfo(coupon.id() + "-" + (infos.size() + 1), limit.key(),
					limit.value1(), limit.value2(), limit.unit())));
		return infos;
	}

}
