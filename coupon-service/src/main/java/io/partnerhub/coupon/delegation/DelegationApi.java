package io.partnerhub.coupon.delegation;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.partnerhub.contracts.CriticalOperation;
import io.partnerhub.contracts.Permission;
import io.partnerhub.coupon.limit.LimitsForm;
import io.partnerhub.coupon.quota.Quota;
import io.partnerhub.coupon.quota.ResellerQuotaFilter;
import io.partnerhub.platform.caller.Caller;
import io.partnerhub.platform.idempotency.RequiresIdempotencyKey;
import io.partnerhub.platform.money.Money;
import io.partnerhub.platform.money.Positive;
import io.partnerhub.platform.page.Page;
import io.partnerhub.platform.page.PageQuery;
import io.partnerhub.platform.problem.Problem;
import io.partnerhub.platform.proof.Proofs;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Quotas of resellers for the front end of their distributor. */
@RestController
@Tag(name = "Quotas of resellers")
class DelegationApi {

	private final Delegations delegations;

	private final TakeBacks takeBacks;

	private final IssuedQuotas issued;

	private final Proofs proofs;

	private final Clock clock;

	DelegationApi(Delegations delegations, TakeBacks takeBacks, IssuedQuotas issued, Proofs proofs, Clock clock) {
		this.delegations = delegations;
		this.takeBacks = takeBacks;
		this.issued = issued;
		this.proofs = proofs;
		this.clock = clock;
	}

	@PostMapping("/api/v1/reseller-quotas")
	@ResponseStatus(HttpStatus.CREATED)
	@RequiresIdempotencyKey
	@Operation(summary = "Pass the same part of a voucher quota to each of up to 100 resellers, all or none",
			description = "With the proof of a verification code for ISSUE_QUOTA, if the partner has switched codes on.")
	Passed issue(Caller caller, @Valid @RequestBody Pass pass,
			@RequestHeader(name = Proofs.HEADER, required = false) @Nullable String proof) {
		this.proofs.whenSwitchedOn(caller.require(Permission.PASS_QUOTA), CriticalOperation.ISSUE_QUOTA, proof);
		List<Quota> quotas = this.delegations.issue(caller, pass.order());
		return new Passed(views(caller, quotas));
	}

	@GetMapping("/api/v1/reseller-quotas")
	@Operation(summary = "List the quotas that were passed to resellers, newest first; reclaimed ones stay listed")
	Page<ResellerQuota> list(Caller caller, @RequestParam @Nullable UUID resellerId,
			@RequestParam @Nullable UUID parentQuotaId, @RequestParam Quota.@Nullable State state, PageQuery page) {
		ResellerQuotaFilter filter = new ResellerQuotaFilter(null, resellerId, parentQuotaId, state,
				this.clock.instant());
		Page<Quota> found = this.issued.list(caller, filter, page);
		return new Page<>(views(caller, found.items()), found.nextCursor());
	}

	@GetMapping("/api/v1/reseller-quotas/{id}")
	@Operation(summary = "Show a quota that was passed to a reseller")
	ResellerQuota get(Caller caller, @PathVariable UUID id) {
		return views(caller, List.of(this.issued.get(caller, id))).getFirst();
	}

	@PostMapping("/api/v1/reseller-quotas/{id}/reclamation")
	@RequiresIdempotencyKey
	@Operation(summary = "Take back all of a reseller's quota that was not issued",
			description = "Coupons already issued stay valid. With the proof of a verification code for RECLAIM_QUOTA, if the partner has switched codes on.")
	Reclaimed reclaim(Caller caller, @PathVariable UUID id,
			@Valid @RequestBody(required = false) @Nullable Reclaim wish,
			@RequestHeader(name = Proofs.HEADER, required = false) @Nullable String proof) {
		this.proofs.whenSwitchedOn(caller.require(Permission.PASS_QUOTA), CriticalOperation.RECLAIM_QUOTA, proof);
		String remark = (wish != null) ? wish.remark() : null;
		return new Reclaimed(id, this.takeBacks.takeBack(caller, id, remark), Money.zero());
	}

	private List<ResellerQuota> views(Caller caller, List<Quota> quotas) {
		Instant now = this.clock.instant();
		Map<UUID, String> names = this.issued.names(quotas.stream().map(Quota::ownerPartnerId).toList());
		return quotas.stream().map((quota) -> view(caller, quota, names, now)).toList();
	}

	private static ResellerQuota view(Caller caller, Quota quota, Map<UUID, String> names, Instant now) {
		boolean reclaimable = DelegationRules.reclaimable(quota, now) && caller.may(Permission.PASS_QUOTA);
		return new ResellerQuota(quota.id(), quota.ownerPartnerId(), names.get(quota.ownerPartnerId()),
				QuotaRecord.parent(quota), quota.granted(), quota.available(), quota.stateAt(now),
				LimitsForm.of(quota.terms().limits()), quota.effectiveAt(), quota.expiresAt(), quota.createdAt(),
				reclaimable ? List.of("RECLAIM") : List.of());
	}

	/**
	 * What is passed on (QUO-01). Refused with RESELLER_NOT_YOURS,
	 * QUOTA_NAMED_CUSTOMERS_MISMATCH, QUOTA_NOT_USABLE or QUOTA_BALANCE_INSUFFICIENT.
	 *
	 * @param quotaId the distributor's own voucher quota
	 * @param resellerIds 1–100 resellers of the distributor
	 * @param amount for each of them, 0.01–100000000.00
	 * @param remark up to 256 characters, for the distributor's log
	 */
	record Pass(@NotNull UUID quotaId, @NotEmpty @Size(max = 100) List<@NotNull UUID> resellerIds,
			@NotNull @Positive Money amount, @Nullable @Size(max = 256) String remark) {

		PassOn order() {
			if (this.amount.compareTo(DelegationOpenApi.LARGEST) > 0) {
				throw Problem.invalid("/amount", "OUT_OF_RANGE", "must not be more than 100000000.00");
			}
			return new PassOn(this.quotaId, this.resellerIds, List.of(), this.amount, this.remark);
		}

	}

	/** The new quotas, in the order of the resellers. */
	record Passed(List<ResellerQuota> quotas) {
	}

	/**
	 * A reseller's quota as its distributor sees it.
	 *
	 * @param resellerName company name
	 * @param parentQuotaId the distributor's quota it was split off from
	 * @param value what was passed on
	 * @param balance what can still be issued; 0.00 once reclaimed
	 * @param limits as those of the distributor's quota; absent: not limited
	 * @param allowedActions what the caller can do now: RECLAIM
	 */
	record ResellerQuota(UUID id, UUID resellerId, @Nullable String resellerName, UUID parentQuotaId, Money value,
			Money balance, Quota.State state, @Nullable LimitsForm limits, Instant effectiveAt, Instant expiresAt,
			Instant createdAt, List<String> allowedActions) {
	}

	/** A reclaim; the remark, up to 256 characters, is for the distributor's log. */
	record Reclaim(@Nullable @Size(max = 256) String remark) {
	}

	/** What really went back, and what is left. */
	record Reclaimed(UUID quotaId, Money amount, Money balance) {
	}

}
