package io.partnerhub.coupon.coupon;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

import io.partnerhub.contracts.CouponType;
import io.partnerhub.contracts.Permission;
import io.partnerhub.coupon.coupon.ReceivedCouponStore.Filter;
import io.partnerhub.coupon.coupon.ReceivedCouponStore.Received;
import io.partnerhub.coupon.partner.KnownPartners;
import io.partnerhub.coupon.settings.CouponProperties;
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
 * The coupons somebody received, as the vendor's SDK asks for them: operation
 * ListSubCustomerCoupons of the wire file. A customer's key finds his own; a partner
 * receives none here, for the vendor gives coupons to partners elsewhere.
 */
@RestController
@Tag(name = "Vendor-compatible API")
class ReceivedCouponsOpenApi {

	private static final int VOUCHER = 1;

	private static final int CASH_COUPON = 4;

	private final ReceivedCouponStore store;

	private final KnownPartners partners;

	private final CouponProperties properties;

	private final Clock clock;

	ReceivedCouponsOpenApi(ReceivedCouponStore store, KnownPartners partners, CouponProperties properties,
			Clock clock) {
		this.store = store;
		this.partners = partners;
		this.properties = properties;
		this.clock = clock;
	}

	@GetMapping("/v2/promotions/benefits/coupons")
	@Operation(summary = "ListSubCustomerCoupons")
	@Parameters({ @Parameter(in = ParameterIn.QUERY, name = "coupon_id", schema = @Schema(type = "string")),
			@Parameter(in = ParameterIn.QUERY, name = "order_id", schema = @Schema(type = "string")),
			@Parameter(in = ParameterIn.QUERY, name = "promotion_plan_id", schema = @Schema(type = "string")),
			@Parameter(in = ParameterIn.QUERY, name = "coupon_type", schema = @Schema(type = "integer")),
			@Parameter(in = ParameterIn.QUERY, name = "status", schema = @Schema(type = "integer")),
			@Parameter(in = ParameterIn.QUERY, name = "active_start_time", schema = @Schema(type = "string")),
			@Parameter(in = ParameterIn.QUERY, name = "active_end_time", schema = @Schema(type = "string")),
			@Parameter(in = ParameterIn.QUERY, name = "source_id", schema = @Schema(type = "string")),
			@Parameter(in = ParameterIn.QUERY, name = "indirect_partner_id", schema = @Schema(type = "string")),
			@Parameter(in = ParameterIn.QUERY, name = "offset", schema = @Schema(type = "integer")),
			@Parameter(in = ParameterIn.QUERY, name = "limit", schema = @Schema(type = "integer")) })
	UserCoupons listSubCustomerCoupons(Caller caller,
			@Parameter(hidden = true) @RequestParam MultiValueMap<String, String> query) {
		if (!caller.is(Caller.Kind.CUSTOMER)) {
			this.partners.acting(caller.require(Permission.VIEW_COUPONS), query.getFirst("indirect_partner_id"));
		}
		Offset page = page(query);
		Instant now = this.clock.instant();
		Integer type = type(query);
		Filter filter = filter(query, type, now);
		if (!caller.is(Caller.Kind.CUSTOMER) || !isIssuedHere(type, query)) {
			return new UserCoupons(0, List.of());
		}
		return new UserCoupons(this.store.count(caller.customer(), filter),
				this.store.search(caller.customer(), filter, page.offset(), page.limit())
					.stream()
					.map((each) -> UserCoupon.of(each, now))
					.toList());
	}

	private static Offset page(MultiValueMap<String, String> query) {
		Integer limit = Wire.number("limit", query.getFirst("limit"));
		Integer offset = Wire.number("offset", query.getFirst("offset"));
		if (offset != null && limit == null) {
			throw Problem.invalid("/limit", "REQUIRED", "offset is given together with limit.");
		}
		return Offset.of(offset, limit);
	}

	private static @Nullable Integer type(MultiValueMap<String, String> query) {
		Integer type = Wire.number("coupon_type", query.getFirst("coupon_type"));
		if (type != null && (type < 1 || type > 4)) {
			throw Problem.invalid("/coupon_type", "OUT_OF_RANGE", "coupon_type is 1 to 4.");
		}
		return type;
	}

	/** Neither other types nor plans of promotions give coupons here. */
	private static boolean isIssuedHere(@Nullable Integer type, MultiValueMap<String, String> query) {
		return (type == null || type == VOUCHER || type == CASH_COUPON)
				&& Wire.filter(query.getFirst("promotion_plan_id")) == null;
	}

	private Filter filter(MultiValueMap<String, String> query, @Nullable Integer type, Instant now) {
		Integer status = Wire.number("status", query.getFirst("status"));
		return new Filter(Wire.id(query.getFirst("coupon_id")), Wire.filter(query.getFirst("order_id")),
				(type == null) ? null : (type == CASH_COUPON) ? CouponType.CASH_COUPON : CouponType.VOUCHER,
				(status != null) ? Coupon.State.of(status) : null, Wire.id(query.getFirst("source_id")),
				Wire.instant("active_start_time", Wire.filter(query.getFirst("active_start_time"))),
				Wire.instant("active_end_time", Wire.filter(query.getFirst("active_end_time"))),
				now.minus(this.properties.shown().expiredOnOpenApi()), now);
	}

	/** One page. */
	@JsonNaming(SnakeCaseStrategy.class)
	record UserCoupons(int count, List<UserCoupon> userCoupons) {
	}

	/** A coupon in the words of this operation, which are not those of the partner's. */
	@Schema(name = "ReceivedCoupon")
	@JsonNaming(SnakeCaseStrategy.class)
	record UserCoupon(String couponId, String couponCode, int status, String customerId, int couponType, int measureId,
			BigDecimal faceValue, @Nullable String validTime, @Nullable String expireTime, @Nullable String orderId,
			int mediaType, int fetchMethod, List<UseLimitInfo> useLimits, @Nullable String activeTime,
			@Nullable String reserveTime, @Nullable String createTime, int couponVersion, BigDecimal balance,
			@Nullable String lockOrderId, String isFrozen, String currency, String sourceId) {

		static UserCoupon of(Received received, Instant now) {
			Coupon coupon = received.coupon();
			Coupon.Terms terms = coupon.terms();
			return new UserCoupon(coupon.id().toString(), coupon.id().toString(), coupon.stateAt(now).code(),
					coupon.customerId().toString(), (coupon.type() == CouponType.VOUCHER) ? VOUCHER : CASH_COUPON, 1,
					coupon.face().decimal(), Wire.time(terms.effectiveAt()), Wire.time(terms.expiresAt()),
					received.lastOrderId(), 1, 3, UseLimitInfo.of(coupon), Wire.time(terms.effectiveAt()),
					Wire.time(coupon.lastUsedAt()), Wire.time(coupon.createdAt()),
					(terms.limits().usageTimes() == 1) ? 1 : 2, coupon.balance().decimal(), received.lockOrderId(), "0",
					"CNY", coupon.ownerPartnerId().toString());
		}

	}

}
