package io.partnerhub.coupon.quota;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import io.partnerhub.contracts.CouponType;
import io.partnerhub.coupon.limit.Limits;
import io.partnerhub.coupon.limit.LimitsForm;
import io.partnerhub.platform.caller.Caller;
import io.partnerhub.platform.idempotency.RequiresIdempotencyKey;
import io.partnerhub.platform.money.Money;
import io.partnerhub.platform.money.Positive;
import io.partnerhub.platform.page.Page;
import io.partnerhub.platform.page.PageQuery;
import io.partnerhub.platform.problem.Problem;
import io.partnerhub.platform.web.ETags;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The vendor's side of quotas: it grants them and changes what it granted. */
@RestController
@Tag(name = "Quotas the vendor grants")
class GrantApi {

	private final Grants grants;

	private final Clock clock;

	GrantApi(Grants grants, Clock clock) {
		this.grants = grants;
		this.clock = clock;
	}

	@PostMapping("/api/v1/vendor/voucher-quotas")
	@ResponseStatus(HttpStatus.CREATED)
	@RequiresIdempotencyKey
	@Operation(summary = "Grant a partner a voucher quota")
	QuotaView grant(Caller caller, @Valid @RequestBody Grant grant) {
		return view(this.grants.grant(caller, CouponType.VOUCHER, grant.partnerId(), grant.value(),
				new Quota.Terms(limits(grant.limits()), false, null, grant.effectiveAt(), grant.expiresAt())));
	}

	@PostMapping("/api/v1/vendor/cash-coupon-quotas")
	@ResponseStatus(HttpStatus.CREATED)
	@RequiresIdempotencyKey
	@Operation(summary = "Grant a government-subsidy partner a cash-coupon quota")
	QuotaView grantCashCoupons(Caller caller, @Valid @RequestBody CashCouponGrant grant) {
		return view(this.grants.grant(caller, CouponType.CASH_COUPON, grant.partnerId(), grant.value(),
				new Quota.Terms(limits(grant.limits()), Boolean.TRUE.equals(grant.invoiceToCouponUser()),
						grant.signingEntity(), grant.effectiveAt(), grant.expiresAt())));
	}

	@GetMapping("/api/v1/vendor/quotas")
	@Operation(summary = "List the quotas of one type that a partner holds, newest first")
	Page<QuotaView> list(Caller caller, @RequestParam UUID partnerId, @RequestParam CouponType type,
			@RequestParam Quota.@Nullable State state, PageQuery page) {
		return this.grants.list(caller, partnerId, QuotaFilter.by(type, state, null, null, this.clock.instant()), page)
			.map(this::view);
	}

	@GetMapping("/api/v1/vendor/quotas/{id}")
	@Operation(summary = "Show a quota that the vendor granted, with the ETag that an adjustment names")
	ResponseEntity<QuotaView> get(Caller caller, @PathVariable UUID id) {
		return tagged(this.grants.get(caller, id));
	}

	@PostMapping("/api/v1/vendor/quotas/{id}/adjustments")
	@RequiresIdempotencyKey
	@Operation(summary = "Change the value, the validity or the state of a quota",
			description = "Needs the ETag of the quota in If-Match. What the holder issues meanwhile does not make it stale.")
	ResponseEntity<QuotaView> adjust(Caller caller, @PathVariable UUID id, @Valid @RequestBody Adjust adjust,
			@RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch) {
		return tagged(this.grants.adjust(caller, id, adjust.adjustment(), ifMatch));
	}

	private ResponseEntity<QuotaView> tagged(Standing standing) {
		return ResponseEntity.ok().eTag(ETags.of(standing.version())).body(view(standing));
	}

	private QuotaView view(Standing standing) {
		Instant now = this.clock.instant();
		boolean adjustable = standing.quota().parentQuotaId() == null && now.isBefore(standing.quota().expiresAt());
		return QuotaView.of(standing, now, adjustable ? List.of("ADJUST") : List.of());
	}

	private static Limits limits(@Nullable LimitsForm limits) {
		return (limits != null) ? limits.limits() : Limits.NONE;
	}

	/**
	 * A grant by the vendor.
	 *
	 * @param partnerId the partner that may issue vouchers from the quota; no reseller
	 * @param value 0.01–99999999999.00
	 * @param effectiveAt from when it can be used
	 * @param expiresAt until when, exclusive; in the future
	 * @param limits what its vouchers can be used for; absent: not limited
	 */
	record Grant(@NotNull UUID partnerId, @NotNull @Positive Money value, @NotNull Instant effectiveAt,
			@NotNull Instant expiresAt, @Nullable @Valid LimitsForm limits) {
	}

	/**
	 * A grant by the vendor.
	 *
	 * @param partnerId a government-subsidy partner
	 * @param value 0.01–99999999999.00
	 * @param effectiveAt from when it can be used
	 * @param expiresAt until when, exclusive; in the future
	 * @param limits what its cash coupons can be used for; absent: not limited
	 * @param invoiceToCouponUser whether coupons are invoiced to their user (CSH-04);
	 * needs the signing entity; absent: no
	 * @param signingEntity contracting entity of its coupons (签约主体)
	 */
	record CashCouponGrant(@NotNull UUID partnerId, @NotNull @Positive Money value, @NotNull Instant effectiveAt,
			@NotNull Instant expiresAt, @Nullable @Valid LimitsForm limits, @Nullable Boolean invoiceToCouponUser,
			@Nullable @Size(min = 1, max = 64) String signingEntity) {
	}

	/**
	 * A change by the vendor; what is absent stays as it is.
	 *
	 * @param raiseBy more than 0.00; not together with {@code withdraw}
	 * @param withdraw more than 0.00 and no more than the balance
	 * @param effectiveAt no live coupon may begin earlier
	 * @param expiresAt in the future; no live coupon, and no quota of a reseller, may end
	 * later
	 * @param state NORMAL, ADJUSTING, FROZEN or INVALID; nothing can be issued but in
	 * NORMAL (VOU-01)
	 */
	record Adjust(@Nullable @Positive Money raiseBy, @Nullable @Positive Money withdraw, @Nullable Instant effectiveAt,
			@Nullable Instant expiresAt, Quota.@Nullable State state) {

		Adjustment adjustment() {
			if (this.raiseBy != null && this.withdraw != null) {
				throw Problem.invalid("/withdraw", "CONTRADICTORY", "Either raise the value or withdraw from it.");
			}
			if (this.state == Quota.State.RECLAIMED) {
				throw Problem.invalid("/state", "OUT_OF_RANGE", "Only quotas of resellers are reclaimed.");
			}
			Adjustment adjustment = new Adjustment(this.raiseBy, this.withdraw, this.effectiveAt, this.expiresAt,
					this.state);
			if (adjustment.equals(new Adjustment(null, null, null, null, null))) {
				throw Problem.invalid("", "EMPTY", "Say what is to change.");
			}
			return adjustment;
		}

	}

}
