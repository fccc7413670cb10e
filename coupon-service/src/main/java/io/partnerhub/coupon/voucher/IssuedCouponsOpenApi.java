package io.partnerhub.coupon.voucher;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

import io.partnerhub.contracts.CouponType;
import io.partnerhub.contracts.Permission;
import io.partnerhub.coupon.coupon.Coupon;
import io.partnerhub.coupon.coupon.CouponFilter;
import io.partnerhub.coupon.coupon.CouponOrders;
import io.partnerhub.coupon.coupon.Coupons;
import io.partnerhub.coupon.coupon.UseLimitInfo;
import io.partnerhub.coupon.partner.KnownPartners;
import io.partnerhub.platform.caller.Caller;
import io.partnerhub.platform.page.Offset;
import io.partnerhub.platform.problem.Problem;
import io.partnerhub.platform.web.Wire;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.Parameters;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
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
 * Issued coupons as the vendor's SDK lists them: operation ListIssuedPartnerCoupons of
 * the wire file. Of vouchers only those of resale customers (C3).
 */
@RestController
@Tag(name = "Vendor-compatible API")
class IssuedCouponsOpenApi {

	private static final int VOUCHER = 1;

	private static final int CASH_COUPON = 4;

	private final Coupons coupons;

	private final KnownPartners partners;

	private final Clock clock;

	IssuedCouponsOpenApi(Coupons coupons, KnownPartners partners, Clock clock) {
		this.coupons = coupons;
		this.partners = partners;
		this.clock = clock;
	}

	@GetMapping("/v2/promotions/benefits/partner-coupons")
	@Operation(summary = "ListIssuedPartnerCoupons")
	@Parameters({ @Parameter(in = ParameterIn.QUERY, name = "coupon_id", schema = @Schema(type = "string")),
			@Parameter(in = ParameterIn.QUERY, name = "customer_id", schema = @Schema(type = "string")),
			@Parameter(in = ParameterIn.QUERY, name = "order_id", schema = @Schema(type = "string")),
			@Parameter(in = ParameterIn.QUERY, name = "status", schema = @Schema(type = "integer")),
			@Parameter(in = ParameterIn.QUERY, name = "coupon_type", schema = @Schema(type = "integer")),
			@Parameter(in = ParameterIn.QUERY, name = "create_time_begin", schema = @Schema(type = "string")),
			@Parameter(in = ParameterIn.QUERY, name = "create_time_end", schema = @Schema(type = "string")),
			@Parameter(in = ParameterIn.QUERY, name = "effective_time_begin", schema = @Schema(type = "string")),
			@Parameter(in = ParameterIn.QUERY, name = "effective_time_end", schema = @Schema(type = "string")),
			@Parameter(in = ParameterIn.QUERY, name = "expire_time_begin", schema = @Schema(type = "string")),
			@Parameter(in = ParameterIn.QUERY, name = "expire_time_end", schema = @Schema(type = "string")),
			@Parameter(in = ParameterIn.QUERY, name = "indirect_partner_id", schema = @Schema(type = "string")),
			@Parameter(in = ParameterIn.QUERY, name = "offset", schema = @Schema(type = "integer")),
			@Parameter(in = ParameterIn.QUERY, name = "limit", schema = @Schema(type = "integer")) })
	UserCoupons listIssuedPartnerCoupons(Caller caller,
			@Parameter(hidden = true) @RequestParam MultiValueMap<String, String> query) {
		Caller acting = this.partners.acting(caller.require(Permission.VIEW_COUPONS),
				query.getFirst("indirect_partner_id"));
		Offset page = Offset.of(Wire.number("offset", query.getFirst("offset")),
				Wire.number("limit", query.getFirst("limit")));
		Instant now = this.clock.instant();
		CouponFilter filter = filter(query);
		if (!wantsVouchers(query)) {
			return new UserCoupons(0, List.of());
		}
		Coupons.Found found = this.coupons.search(acting.owner(), filter, page);
		List<CouponOrders> orders = this.coupons.orders(found.coupons());
		return new UserCoupons(found.count(),
				IntStream.range(0, orders.size())
					.mapToObj((each) -> UserCoupon.of(found.coupons().get(each), orders.get(each), now))
					.toList());
	}

	private static CouponFilter filter(MultiValueMap<String, String> query) {
		return new CouponFilter(type(query), Wire.id(query.getFirst("coupon_id")),
				Wire.id(query.getFirst("customer_id")), null, state(Wire.number("status", query.getFirst("status"))),
				true, time(query, "create_time_begin"), time(query, "create_time_end"),
				time(query, "effective_time_begin"), time(query, "effective_time_end"),
				time(query, "expire_time_begin"), time(query, "expire_time_end"))
			.usedFor(Wire.filter(query.getFirst("order_id")));
	}

	private static @Nullable Instant time(MultiValueMap<String, String> query, String name) {
		return Wire.instant(name, query.getFirst(name));
	}

	private static Coupon.@Nullable State state(@Nullable Integer code) {
		return (code != null) ? Coupon.State.of(code) : null;
	}

	private static @Nullable CouponType type(MultiValueMap<String, String> query) {
		Integer type = Wire.number("coupon_type", query.getFirst("coupon_type"));
		return (type == null) ? null : (type == CASH_COUPON) ? CouponType.CASH_COUPON : CouponType.VOUCHER;
	}

	/** Other coupon types are not issued here. */
	private static boolean wantsVouchers(MultiValueMap<String, String> query) {
		Integer type = Wire.number("coupon_type", query.getFirst("coupon_type"));
		if (type != null && (type < 1 || type > 4)) {
			throw Problem.invalid("/coupon_type", "OUT_OF_RANGE", "coupon_type is 1 to 4.");
		}
		return type == null || type == VOUCHER || type == CASH_COUPON;
	}

	/** Answer of ListIssuedPartnerCoupons. */
	@JsonNaming(SnakeCaseStrategy.class)
	record UserCoupons(int totalCount, List<UserCoupon> userCoupons) {
	}

	/** A voucher in the vendor's words. */
	@JsonNaming(SnakeCaseStrategy.class)
	record UserCoupon(String couponId, int status, String customerId, int couponType, int measureId,
			BigDecimal faceValue, @Nullable String effectiveTime, @Nullable String expireTime, int mediaType,
			int fetchMethod, List<UseLimitInfo> useLimits, @Nullable String activeTime, @Nullable String createTime,
			BigDecimal balance, @Nullable String orderId, @Nullable String lockOrderId, @Nullable String lastUsedTime,
			String isFrozen) {

		static UserCoupon of(Coupon voucher, CouponOrders orders, Instant now) {
			return new UserCoupon(voucher.id().toString(), voucher.stateAt(now).code(), voucher.customerId().toString(),
					(voucher.type() == CouponType.VOUCHER) ? VOUCHER : CASH_COUPON, 1, voucher.face().decimal(),
					Wire.time(voucher.terms().effectiveAt()), Wire.time(voucher.terms().expiresAt()), 1, 3,
					UseLimitInfo.of(voucher), Wire.time(voucher.terms().effectiveAt()), Wire.time(voucher.createdAt()),
					voucher.balance().decimal(), orders.lastUsedFor(),
					orders.lockedFor().stream().findFirst().orElse(null), Wire.time(voucher.lastUsedAt()), "0");
		}

	}

}
