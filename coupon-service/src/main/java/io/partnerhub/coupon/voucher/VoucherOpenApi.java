package io.partnerhub.coupon.voucher;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.partnerhub.contracts.CouponType;
import io.partnerhub.contracts.CriticalOperation;
import io.partnerhub.coupon.coupon.Coupon;
import io.partnerhub.coupon.coupon.CouponFilter;
import io.partnerhub.coupon.coupon.CouponOrders;
import io.partnerhub.coupon.coupon.Coupons;
import io.partnerhub.coupon.coupon.Reclaims;
import io.partnerhub.contracts.Permission;
import io.partnerhub.coupon.partner.KnownPartners;
import io.partnerhub.coupon.voucher.IssueRules.Decision;
import io.partnerhub.platform.Ids;
import io.partnerhub.platform.caller.Caller;
import io.partnerhub.platform.money.Money;
import io.partnerhub.platform.page.Offset;
import io.partnerhub.platform.problem.Problem;
import io.partnerhub.platform.proof.Proofs;
import io.partnerhub.platform.web.Wire;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.Parameters;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * Vouchers as the vendor's SDK knows them: operations CreatePartnerCoupons,
 * ListIssuedPartnerCoupons and ReclaimPartnerCoupons of the wire file. Only resale
 * customers (C3).
 */
@RestController
@Tag(name = "Vendor-compatible API")
class VoucherOpenApi {

	private static final Money LARGEST_FACE = Money.of("99999999999");

	private static final int VOUCHER = 1;

	private static final int CASH_COUPON = 4;

	private static final int LONGEST_ID = 64;

	private static final int LONGEST_LIMITS = 10;

	private final Vouchers vouchers;

	private final Reclaims reclaims;

	private final Coupons coupons;

	private final KnownPartners partners;

	private final Proofs proofs;

	private final Clock clock;

	VoucherOpenApi(Vouchers vouchers, Reclaims reclaims, Coupons coupons, KnownPartners partners, Proofs proofs,
			Clock clock) {
		this.vouchers = vouchers;
		this.reclaims = reclaims;
		this.coupons = coupons;
		this.partners = partners;
		this.proofs = proofs;
		this.clock = clock;
	}

	@PostMapping("/v2/promotions/benefits/partner-coupons")
	@Operation(summary = "CreatePartnerCoupons")
	Created createPartnerCoupons(Caller caller, @RequestBody Create create,
			@RequestHeader(name = Proofs.HEADER, required = false) @Nullable String proof) {
		Caller acting = this.partners.acting(caller.require(Permission.ISSUE_VOUCHERS), create.indirectPartnerId());
		IssueOrder order = create.order();
		this.proofs.whenSwitchedOn(caller, CriticalOperation.ISSUE_VOUCHER, proof);
		return Created.of(this.vouchers.issueEach(acting, order), order.strangers());
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

	@PostMapping("/v2/promotions/benefits/partner-coupons/reclaim")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	@Operation(summary = "ReclaimPartnerCoupons")
	void reclaimPartnerCoupons(Caller caller, @RequestBody Reclaim reclaim,
			@RequestHeader(name = Proofs.HEADER, required = false) @Nullable String proof) {
		Caller acting = this.partners.acting(caller.require(Permission.RECLAIM_VOUCHERS), reclaim.indirectPartnerId());
		if (reclaim.indirectPartnerId() != null && reclaim.indirectPartnerId().isEmpty()) {
			throw Problem.invalid("/indirect_partner_id", "EMPTY", "Leave it out, or name a reseller.");
		}
		if (reclaim.couponId() == null || reclaim.couponId().isEmpty()) {
			throw Problem.invalid("/coupon_id", "REQUIRED", "must be given");
		}
		UUID voucher = Objects.requireNonNull(Wire.id(reclaim.couponId()));
		this.proofs.whenSwitchedOn(caller, CriticalOperation.RECLAIM_VOUCHER, proof);
		this.reclaims.byHandOfResale(acting, voucher);
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

	/** Request of CreatePartnerCoupons. */
	@JsonIgnoreProperties(ignoreUnknown = true)
	@JsonNaming(SnakeCaseStrategy.class)
	record Create(@Nullable String quotaId, @Nullable List<@Nullable String> customerIds,
			@Nullable BigDecimal faceValue, @Nullable String validTime, @Nullable String expireTime,
			@Nullable List<@Nullable String> cloudServiceTypes, @Nullable List<@Nullable String> productIds,
			@Nullable String memo, @Nullable String indirectPartnerId) {

		IssueOrder order() {
			if (this.quotaId == null || this.quotaId.isEmpty()) {
				throw Problem.invalid("/quota_id", "REQUIRED", "must be given");
			}
			if (this.customerIds == null || this.customerIds.isEmpty()) {
				throw Problem.invalid("/customer_ids", "REQUIRED", "must be given");
			}
			if (this.memo != null && this.memo.length() > 256) {
				throw Problem.invalid("/memo", "SIZE", "at most 256 characters");
			}
			List<String> named = named(this.customerIds);
			return new IssueOrder(Objects.requireNonNull(Wire.id(this.quotaId)),
					named.stream().map(Ids::parse).flatMap(Optional::stream).toList(),
					named.stream().filter((id) -> Ids.parse(id).isEmpty()).toList(), face(), Money.zero(),
					limits("cloud_service_types", this.cloudServiceTypes), limits("product_ids", this.productIds),
					Wire.instant("valid_time", this.validTime), Wire.instant("expire_time", this.expireTime),
					this.memo);
		}

		private Money face() {
			Money face = Wire.positive("face_value", this.faceValue);
			if (face.compareTo(LARGEST_FACE) > 0) {
				throw Problem.badRequest("CBC.99000019", "The face value is above the maximum.");
			}
			return face;
		}

		private static Set<String> limits(String field, @Nullable List<@Nullable String> values) {
			if (values == null) {
				return Set.of();
			}
			if (values.size() > LONGEST_LIMITS
					|| values.stream().anyMatch((value) -> value == null || value.isEmpty())) {
				throw Problem.invalid("/" + field, "SIZE", "at most 10, none of them empty");
			}
			return values.stream().map(String::valueOf).collect(Collectors.toSet());
		}

		/** Ids are any text on this face; what is no id of ours is nobody's customer. */
		private static List<String> named(List<@Nullable String> ids) {
			return ids.stream().map((id) -> {
				if (id == null || id.isEmpty() || id.length() > LONGEST_ID) {
					throw Problem.invalid("/customer_ids", "SIZE", "a customer id has 1 to 64 characters");
				}
				return id;
			}).toList();
		}

	}

	/** Answer of CreatePartnerCoupons: who was served, and who was not and why. */
	@JsonNaming(SnakeCaseStrategy.class)
	record Created(List<ErrorDetail> errorDetails, List<CouponInfo> couponInfos) {

		static Created of(Issued issued, List<String> strangers) {
			return new Created(
					Stream
						.concat(issued.refused().stream().map(ErrorDetail::of),
								strangers.stream().map(ErrorDetail::notYours))
						.toList(),
					issued.served()
						.stream()
						.map((each) -> new CouponInfo(each.customerId().toString(), each.voucherId().toString()))
						.toList());
		}

	}

	/** A customer and his voucher. */
	@JsonNaming(SnakeCaseStrategy.class)
	record CouponInfo(String id, String couponId) {
	}

	/** A customer without a voucher. */
	@JsonNaming(SnakeCaseStrategy.class)
	record ErrorDetail(String errorCode, String errorMsg, String id) {

		static ErrorDetail of(Decision decision) {
			String id = decision.customerId().toString();
			return switch (Objects.requireNonNull(decision.refusal())) {
				case CUSTOMER_UNKNOWN, CUSTOMER_NOT_ASSOCIATED -> notYours(id);
				case CUSTOMER_NOT_RESALE ->
					new ErrorDetail("CBC.99000014", "Only resale customers get vouchers here.", id);
				case TOO_MANY_COUPONS -> new ErrorDetail("CBC.99000020", "The customer has too many coupons.", id);
				case QUOTA_BALANCE_INSUFFICIENT -> new ErrorDetail("CBC.99000013", "The quota is used up.", id);
			};
		}

		static ErrorDetail notYours(String id) {
			return new ErrorDetail("CBC.99000035", "The customer is not yours.", id);
		}

	}

	/** Request of ReclaimPartnerCoupons. */
	@JsonIgnoreProperties(ignoreUnknown = true)
	@JsonNaming(SnakeCaseStrategy.class)
	record Reclaim(@Nullable String couponId, @Nullable String indirectPartnerId) {
	}

	/** Answer of ListIssuedPartnerCoupons. */
	@JsonNaming(SnakeCaseStrategy.class)
	record UserCoupons(int totalCount, List<UserCoupon> userCoupons) {
	}

	/** A voucher in the vendor's words. */
	@JsonNaming(SnakeCaseStrategy.class)
	record UserCoupon(String couponId, int status, String customerId, int couponType, int measureId,
			BigDecimal faceValue, @Nullable String effectiveTime, @Nullable String expireTime, int mediaType,
			int fetchMethod, List<Object> useLimits, @Nullable String activeTime, @Nullable String createTime,
			BigDecimal balance, @Nullable String orderId, @Nullable String lockOrderId, @Nullable String lastUsedTime,
			String isFrozen) {

		static UserCoupon of(Coupon voucher, CouponOrders orders, Instant now) {
			return new UserCoupon(voucher.id().toString(), voucher.stateAt(now).code(), voucher.customerId().toString(),
					(voucher.type() == CouponType.VOUCHER) ? VOUCHER : CASH_COUPON, 1, voucher.face().decimal(),
					Wire.time(voucher.terms().effectiveAt()), Wire.time(voucher.terms().expiresAt()), 1, 3, List.of(),
					Wire.time(voucher.terms().effectiveAt()), Wire.time(voucher.createdAt()),
					voucher.balance().decimal(), orders.lastUsedFor(),
					orders.lockedFor().stream().findFirst().orElse(null), Wire.time(voucher.lastUsedAt()), "0");
		}

	}

}
