package io.partnerhub.coupon.delegation;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.partnerhub.platform.caller.Caller;
import io.partnerhub.platform.money.Money;
import io.partnerhub.platform.page.Offset;
import io.partnerhub.platform.page.Page;
import io.partnerhub.platform.page.PageQuery;
import io.partnerhub.platform.problem.Problem;
import io.partnerhub.platform.web.Wire;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * The log of quota passed to resellers (操作记录, 6.9), for the distributor's front end and
 * as operation ListCouponQuotasRecords of the wire file.
 */
@RestController
@Tag(name = "Quotas of resellers")
class QuotaRecordApi {

	private final IssuedQuotas issued;

	QuotaRecordApi(IssuedQuotas issued) {
		this.issued = issued;
	}

	@GetMapping("/api/v1/reseller-quota-records")
	@Operation(summary = "List what was passed to resellers and taken back, newest first",
			description = "operationType is 10 for issue, 11 for reclaim. Both time bounds are exclusive. Names are found "
					+ "by their beginning, from 3 characters on also by any part.")
	Page<RecordView> list(Caller caller, @RequestParam @Nullable UUID resellerId,
			@RequestParam @Nullable @Size(max = 64) String resellerName, @RequestParam @Nullable UUID quotaId,
			@RequestParam @Nullable UUID parentQuotaId, @RequestParam @Nullable Integer operationType,
			@RequestParam @Nullable String operator, @RequestParam @Nullable Instant after,
			@RequestParam @Nullable Instant before, PageQuery page) {
		Page<QuotaRecord> found = this.issued.log(caller, new QuotaRecordFilter(resellerId, quotaId, parentQuotaId,
				type(operationType), operator, after, before, resellerName), page);
		Map<UUID, String> names = names(found.items());
		return found.map((entry) -> RecordView.of(entry, names));
	}

	@GetMapping("/v2/partners/coupon-quotas/records")
	@Operation(summary = "ListCouponQuotasRecords", tags = "Vendor-compatible API")
	Records listCouponQuotasRecords(Caller caller,
			@RequestParam(name = "indirect_partner_id", required = false) @Nullable String resellerId,
			@RequestParam(name = "quota_id", required = false) @Nullable String quotaId,
			@RequestParam(name = "operation_time_begin", required = false) @Nullable String begin,
			@RequestParam(name = "operation_time_end", required = false) @Nullable String end,
			@RequestParam(name = "parent_quota_id", required = false) @Nullable String parentQuotaId,
			@RequestParam(name = "operation_type", required = false) @Nullable String type,
			@RequestParam(name = "offset", required = false) @Nullable String offset,
			@RequestParam(name = "limit", required = false) @Nullable String limit) {
		Offset page = Offset.of(Wire.number("offset", offset), Wire.number("limit", limit));
		IssuedQuotas.Log log = this.issued.log(caller,
				new QuotaRecordFilter(Wire.id(resellerId), Wire.id(quotaId), Wire.id(parentQuotaId), type(type), null,
						Wire.instant("operation_time_begin", begin), Wire.instant("operation_time_end", end), null),
				page);
		Map<UUID, String> names = names(log.records());
		return new Records(log.count(), log.records().stream().map((entry) -> WireRecord.of(entry, names)).toList());
	}

	private Map<UUID, String> names(List<QuotaRecord> records) {
		return this.issued.names(records.stream().map(QuotaRecord::ownerPartnerId).toList());
	}

	private static QuotaRecord.@Nullable Type type(@Nullable Integer code) {
		if (code != null && code != 10 && code != 11) {
			throw Problem.invalid("?operationType", "OUT_OF_RANGE", "operationType is 10 or 11.");
		}
		return (code != null) ? QuotaRecord.Type.of(code) : null;
	}

	/** Other values are ignored, as the wire file says. */
	private static QuotaRecord.@Nullable Type type(@Nullable String code) {
		return ("10".equals(code) || "11".equals(code)) ? QuotaRecord.Type.of(Integer.parseInt(code)) : null;
	}

	/**
	 * One operation.
	 *
	 * @param operationType 10 issue, 11 reclaim
	 * @param quotaId the reseller's quota
	 * @param amount what was passed on, or what really went back
	 */
	record RecordView(UUID id, int operationType, UUID resellerId, @Nullable String resellerName, UUID quotaId,
			UUID parentQuotaId, Money amount, boolean succeeded, String operator, @Nullable String remark, Instant at) {

		static RecordView of(QuotaRecord entry, Map<UUID, String> names) {
			return new RecordView(entry.id(), entry.type().code(), entry.ownerPartnerId(),
					names.get(entry.ownerPartnerId()), entry.quotaId(), entry.parentQuotaId(), entry.amount(),
					entry.succeeded(), entry.operator(), entry.remark(), entry.at());
		}

	}

	/** One page. */
	@JsonNaming(SnakeCaseStrategy.class)
	record Records(int totalCount, List<WireRecord> records) {
	}

	/** A record in the vendor's words. */
	@JsonNaming(SnakeCaseStrategy.class)
	record WireRecord(String id, String operator, String operationType, String quotaId, String parentQuotaId,
			BigDecimal amount, @Nullable String operationTime, String result, String indirectPartnerId,
			@Nullable String indirectPartnerName, @Nullable String remark) {

		static WireRecord of(QuotaRecord entry, Map<UUID, String> names) {
			return new WireRecord(entry.id().toString(), entry.operator(), String.valueOf(entry.type().code()),
					entry.quotaId().toString(), entry.parentQuotaId().toString(), entry.amount().decimal(),
					Wire.time(entry.at()), entry.succeeded() ? "0" : "-1", entry.ownerPartnerId().toString(),
					names.get(entry.ownerPartnerId()), entry.remark());
		}

	}

}
