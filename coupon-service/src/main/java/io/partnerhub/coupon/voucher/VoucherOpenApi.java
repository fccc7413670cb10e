package io.partnerhub.coupon.voucher;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.partnerhub.contracts.CriticalOperation;
import io.partnerhub.coupon.coupon.Reclaims;
import io.partnerhub.contracts.Permission;
import io.partnerhub.coupon.partner.KnownPartners;
import io.partnerhub.coupon.voucher.IssueRules.Decision;
import io.partnerhub.platform.Ids;
import io.partnerhub.platform.caller.Caller;
import io.partnerhub.platform.money.Money;
import io.partnerhub.platform.problem.Problem;
import io.partnerhub.platform.proof.Proofs;
import io.partnerhub.platform.web.Wire;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * Vouchers as the vendor's SDK knows them: operations CreatePartnerCoupons and
 * ReclaimPartnerCoupons of the wire file. Only resale customers (C3).
 */
@RestController
@Tag(name = "Vendor-compatible API")
class VoucherOpenApi {

	private static final Money LARGEST_FACE = Money.of("99999999999");

	private static final int LONGEST_ID = 64;

	private static final int LONGEST_LIMITS = 10;

	private final Vouchers vouchers;

	private final Reclaims reclaims;

	private final KnownPartners partners;

	private final Proofs proofs;

	VoucherOpenApi(Vouchers vouchers, Reclaims reclaims, KnownPartners partners, Proofs proofs) {
		this.vouchers = vouchers;
		this.reclaims = reclaims;
		this.partners = partners;
		this.proofs = proofs;
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

}
