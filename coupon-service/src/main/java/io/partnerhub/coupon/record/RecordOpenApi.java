package io.partnerhub.coupon.record;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import io.partnerhub.contracts.CouponType;
import io.partnerhub.contracts.Permission;
import io.partnerhub.coupon.partner.KnownPartners;
import io.partnerhub.platform.Ids;
import io.partnerhub.platform.caller.Caller;
import io.partnerhub.platform.page.Offset;
import io.partnerhub.platform.problem.Problem;
import io.partnerhub.platform.web.Wire;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.Parameters;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * Operation records as the vendor's SDK asks for them: operation ListPartnerCouponsRecord
 * of the wire file.
 */
@RestController
@Tag(name = "Vendor-compatible API")
class RecordOpenApi {

	private final OperationRecordStore store;

	private final KnownPartners partners;

	RecordOpenApi(OperationRecordStore store, KnownPartners partners) {
		this.store = store;
		this.partners = partners;
	}

	@GetMapping("/v2/promotions/benefits/partner-coupons/records/query")
	@Operation(summary = "ListPartnerCouponsRecord")
	@Parameters({
			@Parameter(in = ParameterIn.QUERY, name = "operation_types",
					array = @ArraySchema(schema = @Schema(type = "string"))),
			@Parameter(in = ParameterIn.QUERY, name = "quota_id", schema = @Schema(type = "string")),
			@Parameter(in = ParameterIn.QUERY, name = "quota_type", schema = @Schema(type = "integer")),
			@Parameter(in = ParameterIn.QUERY, name = "coupon_ids",
					array = @ArraySchema(schema = @Schema(type = "string"))),
			@Parameter(in = ParameterIn.QUERY, name = "customer_id", schema = @Schema(type = "string")),
			@Parameter(in = ParameterIn.QUERY, name = "operation_time_begin", schema = @Schema(type = "string")),
			@Parameter(in = ParameterIn.QUERY, name = "operation_time_end", schema = @Schema(type = "string")),
			@Parameter(in = ParameterIn.QUERY, name = "result", schema = @Schema(type = "string")),
			@Parameter(in = ParameterIn.QUERY, name = "indirect_partner_id", schema = @Schema(type = "string")),
			@Parameter(in = ParameterIn.QUERY, name = "offset", schema = @Schema(type = "integer")),
			@Parameter(in = ParameterIn.QUERY, name = "limit", schema = @Schema(type = "integer")) })
	Records listPartnerCouponsRecord(Caller caller,
			@Parameter(hidden = true) @RequestParam MultiValueMap<String, String> query) {
		Caller acting = this.partners.acting(caller.require(Permission.VIEW_COUPONS),
				query.getFirst("indirect_partner_id"));
		Offset page = Offset.of(Wire.number("offset", query.getFirst("offset")),
				Wire.number("limit", query.getFirst("limit")));
		RecordFilter filter = filter(acting.owner(), query);
		return new Records(this.store.count(filter),
				this.store.search(filter, page.offset(), page.limit()).stream().map(CouponRecord::of).toList());
	}

	private static CouponType type(MultiValueMap<String, String> query) {
		Integer type = Wire.number("quota_type", query.getFirst("quota_type"));
		if (type != null && type != 0 && type != 1) {
			throw Problem.invalid("/quota_type", "OUT_OF_RANGE", "quota_type is 0 or 1.");
		}
		return (type == null || type == 0) ? CouponType.VOUCHER : CouponType.CASH_COUPON;
	}

	private static RecordFilter filter(UUID owner, MultiValueMap<String, String> query) {
		return new RecordFilter(owner, type(query), types(given(query.get("operation_types"))),
				Wire.id(query.getFirst("quota_id")), ids(given(query.get("coupon_ids"))),
				Wire.id(query.getFirst("customer_id")),
				Wire.instant("operation_time_begin", query.getFirst("operation_time_begin")),
				Wire.instant("operation_time_end", query.getFirst("operation_time_end")),
				result(query.getFirst("result")));
	}

	/** An empty value is none. */
	private static @Nullable List<String> given(@Nullable List<String> texts) {
		List<String> given = (texts != null) ? texts.stream().filter((text) -> !text.isEmpty()).toList() : List.of();
		return given.isEmpty() ? null : given;
	}

	private static @Nullable List<Integer> types(@Nullable List<String> types) {
		if (types == null) {
			return null;
		}
		return types.stream().filter((type) -> type.matches("\\d")).map(Integer::valueOf).toList();
	}

	private static @Nullable List<UUID> ids(@Nullable List<String> texts) {
		return (texts != null) ? texts.stream().map(Ids::parse).flatMap(Optional::stream).toList() : null;
	}

	/** An unknown value is ignored, as the wire file says. */
	private static @Nullable Boolean result(@Nullable String result) {
		return "0".equals(result) ? Boolean.TRUE : "-1".equals(result) ? Boolean.FALSE : null;
	}

	/** One page. */
	@JsonNaming(SnakeCaseStrategy.class)
	record Records(int totalCount, List<CouponRecord> records) {
	}

	/** A record in the vendor's words. */
	@JsonNaming(SnakeCaseStrategy.class)
	record CouponRecord(String id, String operationType, String quotaId, int quotaType, @Nullable String couponId,
			String customerId, BigDecimal operationAmount, @Nullable String operationTime, String result,
			@Nullable String remark) {

		static CouponRecord of(OperationRecord entry) {
			return new CouponRecord(entry.id().toString(), String.valueOf(entry.type().code()),
					entry.quotaId().toString(), (entry.couponType() == CouponType.VOUCHER) ? 0 : 1,
					(entry.couponId() != null) ? entry.couponId().toString() : null, entry.customerId().toString(),
					entry.amount().decimal(), Wire.time(entry.at()), entry.succeeded() ? "0" : "-1", entry.remark());
		}

	}

}
