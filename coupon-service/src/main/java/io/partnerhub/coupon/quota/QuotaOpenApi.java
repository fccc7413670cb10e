package io.partnerhub.coupon.quota;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.partnerhub.contracts.CouponType;
import io.partnerhub.contracts.Permission;
import io.partnerhub.coupon.partner.KnownPartners;
import io.partnerhub.platform.Ids;
import io.partnerhub.platform.caller.Caller;
import io.partnerhub.platform.page.Offset;
import io.partnerhub.platform.problem.Problem;
import io.partnerhub.platform.web.Wire;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * Quotas as the vendor's SDK asks for them: operation ListQuotaCoupons of the wire file.
 */
@RestController
@Tag(name = "Vendor-compatible API")
class QuotaOpenApi {

	private static final int MAX_IDS = 50;

	private static final int MAX_STATES = 5;

	private final QuotaStore store;

	private final KnownPartners partners;

	private final Clock clock;

	QuotaOpenApi(QuotaStore store, KnownPartners partners, Clock clock) {
		this.store = store;
		this.partners = partners;
		this.clock = clock;
	}

	@PostMapping("/v2/partners/coupon-quotas/query")
	@Operation(summary = "ListQuotaCoupons")
	Quotas listQuotaCoupons(Caller caller, @RequestBody Query query) {
		Caller acting = this.partners.acting(caller.require(Permission.VIEW_COUPONS), query.indirectPartnerId());
		Offset page = Offset.of(query.offset(), query.limit());
		Instant now = this.clock.instant();
		QuotaFilter filter = filter(query, now);
		List<CouponQuota> rows = this.store.search(acting.owner(), filter, page.offset(), page.limit())
			.stream()
			.map((quota) -> CouponQuota.of(quota, now))
			.toList();
		return new Quotas(this.store.count(acting.owner(), filter), rows);
	}

	private static CouponType type(@Nullable Integer type) {
		if (type != null && type != 0 && type != 1) {
			throw Problem.invalid("/quota_type", "OUT_OF_RANGE", "quota_type is 0 or 1.");
		}
		return (type == null || type == 0) ? CouponType.VOUCHER : CouponType.CASH_COUPON;
	}

	private static QuotaFilter filter(Query query, Instant now) {
		return new QuotaFilter(type(query.quotaType()), ids(query.quotaIds()), states(query.quotaStatusList()),
				Wire.instant("create_time_begin", query.createTimeBegin()),
				Wire.instant("create_time_end", query.createTimeEnd()),
				Wire.instant("effective_time_begin", query.effectiveTimeBegin()),
				Wire.instant("effective_time_end", query.effectiveTimeEnd()),
				Wire.instant("expire_time_begin", query.expireTimeBegin()),
				Wire.instant("expire_time_end", query.expireTimeEnd()), now);
	}

	private static @Nullable List<UUID> ids(@Nullable List<@Nullable String> ids) {
		if (ids == null || ids.isEmpty()) {
			return null;
		}
		if (ids.size() > MAX_IDS) {
			throw Problem.invalid("/quota_ids", "TOO_MANY", "At most 50 quota ids.");
		}
		return ids.stream().map(QuotaOpenApi::required).map(Ids::parse).flatMap(Optional::stream).toList();
	}

	private static String required(@Nullable String id) {
		if (id == null) {
			throw Problem.invalid("/quota_ids", "REQUIRED", "No quota id may be null.");
		}
		return id;
	}

	private static @Nullable List<Quota.State> states(@Nullable List<@Nullable Integer> codes) {
		if (codes == null || codes.isEmpty()) {
			return null;
		}
		if (codes.size() > MAX_STATES) {
			throw Problem.invalid("/quota_status_list", "TOO_MANY", "At most 5 states.");
		}
		return Arrays.stream(Quota.State.values()).filter((state) -> codes.contains(state.code())).toList();
	}

	/** Filters; all may be absent. */
	@JsonIgnoreProperties(ignoreUnknown = true)
	@JsonNaming(SnakeCaseStrategy.class)
	record Query(@Nullable List<@Nullable String> quotaIds, @Nullable List<@Nullable Integer> quotaStatusList,
			@Nullable Integer quotaType, @Nullable String createTimeBegin, @Nullable String createTimeEnd,
			@Nullable String effectiveTimeBegin, @Nullable String effectiveTimeEnd, @Nullable String expireTimeBegin,
			@Nullable String expireTimeEnd, @Nullable Integer offset, @Nullable Integer limit,
			@Nullable String indirectPartnerId) {
	}

	/** One page. */
	@JsonNaming(SnakeCaseStrategy.class)
	record Quotas(int totalCount, List<CouponQuota> quotas) {
	}

	/** A quota in the vendor's words. */
	@JsonNaming(SnakeCaseStrategy.class)
	record CouponQuota(String quotaId, int quotaType, @Nullable String createTime, @Nullable String lastUpdateTime,
			BigDecimal quotaValue, int quotaStatus, BigDecimal balance, int measureId, String currency,
			@Nullable String effectiveTime, @Nullable String expireTime, List<QuotaLimitInfo> limitInfos) {

		static CouponQuota of(Quota quota, Instant now) {
			return new CouponQuota(quota.id().toString(), (quota.type() == CouponType.VOUCHER) ? 0 : 1,
					Wire.time(quota.createdAt()), Wire.time(quota.updatedAt()), quota.granted().decimal(),
					quota.stateAt(now).code(), quota.available().decimal(), 1, "CNY", Wire.time(quota.effectiveAt()),
					Wire.time(quota.expiresAt()), QuotaLimitInfo.of(quota.terms().limits()));
		}

	}

}
