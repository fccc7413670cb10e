package io.partnerhub.coupon.voucher;

import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;

import io.partnerhub.contracts.CouponType;
import io.partnerhub.contracts.CriticalOperation;
import io.partnerhub.contracts.Permission;
import io.partnerhub.coupon.coupon.Coupon;
import io.partnerhub.coupon.coupon.CouponFilter;
import io.partnerhub.coupon.coupon.Coupons;
import io.partnerhub.coupon.coupon.Reclaims;
import io.partnerhub.platform.caller.Caller;
import io.partnerhub.platform.event.Outbox;
import io.partnerhub.platform.idempotency.CommandKey;
import io.partnerhub.platform.idempotency.KeepsItsAnswer;
import io.partnerhub.platform.idempotency.RequiresIdempotencyKey;
import io.partnerhub.platform.money.Money;
import io.partnerhub.platform.money.Positive;
import io.partnerhub.platform.page.Page;
import io.partnerhub.platform.page.PageQuery;
import io.partnerhub.platform.problem.Problem;
import io.partnerhub.platform.proof.Proofs;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
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

/**
 * Vouchers for front ends: the partner issues and reclaims them, the customer sees his
 * own.
 */
@RestController
@Tag(name = "Vouchers")
class VoucherApi {

	private final IssueQueue queue;

	private final Coupons coupons;

	private final Reclaims reclaims;

	private final Proofs proofs;

	private final Clock clock;

	VoucherApi(IssueQueue queue, Coupons coupons, Reclaims reclaims, Proofs proofs, Clock clock) {
		this.queue = queue;
		this.coupons = coupons;
		this.reclaims = reclaims;
		this.proofs = proofs;
		this.clock = clock;
	}

	@PostMapping("/api/v1/vouchers")
	@ResponseStatus(HttpStatus.CREATED)
	@RequiresIdempotencyKey
	@KeepsItsAnswer
	@Operation(summary = "Issue one voucher to each of up to 10 customers, all or none",
			description = "With the proof of a verification code for ISSUE_VOUCHER, if the partner has switched codes on. "
					+ "With dryRun=true the answer tells what would happen and nothing changes: neither proof nor "
					+ "Idempotency-Key is needed.")
	@ApiResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = IssuedView.class)))
	@ApiResponse(responseCode = "200", description = "What would happen, for a dry run",
			content = @Content(schema = @Schema(implementation = VoucherDryRunApi.Preview.class)))
	ResponseEntity<byte[]> issue(Caller caller, CommandKey key, @Valid @RequestBody IssueForm issue,
			@RequestParam(defaultValue = "false") boolean dryRun,
			@RequestHeader(name = Proofs.HEADER, required = false) @Nullable String proof) {
		return this.queue.issue(key, new IssueCommand(caller, issue.order(), false, proof, Outbox.Fact.presentTrace()));
	}

	@GetMapping("/api/v1/vouchers")
	@Operation(summary = "List issued vouchers, newest first",
			description = "Those that expired more than 2 years ago only with longExpired=true, and then only those.")
	Page<VoucherView> list(Caller caller, @RequestParam @Nullable UUID customerId, @RequestParam @Nullable UUID quotaId,
			@RequestParam Coupon.@Nullable State state, @RequestParam(defaultValue = "false") boolean longExpired,
			PageQuery page) {
		CouponFilter filter = CouponFilter.listed(CouponType.VOUCHER, customerId, quotaId, state);
		return this.coupons.issued(caller, filter, longExpired, page).map((each) -> view(caller, each));
	}

	@GetMapping("/api/v1/vouchers/{id}")
	@Operation(summary = "Show one issued voucher")
	VoucherView get(Caller caller, @PathVariable UUID id) {
		return view(caller, this.coupons.issued(caller, CouponType.VOUCHER, id));
	}

	@PostMapping("/api/v1/vouchers/{id}/reclamation")
	@RequiresIdempotencyKey
	@Operation(summary = "Take back what is left of an available voucher, or a part of it",
			description = "With the proof of a verification code for RECLAIM_VOUCHER, if the partner has switched codes on.")
	Reclaimed reclaim(Caller caller, @PathVariable UUID id,
			@Valid @RequestBody(required = false) @Nullable Reclaim wish,
			@RequestHeader(name = Proofs.HEADER, required = false) @Nullable String proof) {
		this.proofs.whenSwitchedOn(caller.require(Permission.RECLAIM_VOUCHERS), CriticalOperation.RECLAIM_VOUCHER,
				proof);
		Reclaim reclaim = (wish != null) ? wish : new Reclaim(null, null);
		return Reclaimed.of(this.reclaims.byHand(caller, CouponType.VOUCHER, id, reclaim.amount(), reclaim.remark()));
	}

	@PostMapping("/api/v1/voucher-reclamations")
	@RequiresIdempotencyKey
	@Operation(summary = "Take back what is left of up to 100 available vouchers, each that allows it",
			description = "With the proof of a verification code for RECLAIM_VOUCHER, if the partner has switched codes on.")
	ReclaimedAll reclaimAll(Caller caller, @Valid @RequestBody ReclaimAll reclaim,
			@RequestHeader(name = Proofs.HEADER, required = false) @Nullable String proof) {
		this.proofs.whenSwitchedOn(caller.require(Permission.RECLAIM_VOUCHERS), CriticalOperation.RECLAIM_VOUCHER,
				proof);
		if (new HashSet<>(reclaim.voucherIds()).size() < reclaim.voucherIds().size()) {
			throw Problem.invalid("/voucherIds", "DUPLICATE", "Each voucher is named once.");
		}
		return ReclaimedAll
			.of(this.reclaims.allByHand(caller, CouponType.VOUCHER, reclaim.voucherIds(), reclaim.remark()));
	}

	@GetMapping("/api/v1/my/vouchers")
	@Operation(summary = "List the customer's own vouchers, newest first",
			description = "Without those that expired more than 6 months ago.")
	Page<OwnVoucher> mine(Caller caller, PageQuery page) {
		return this.coupons.mine(caller, CouponType.VOUCHER, page).map(this::ownView);
	}

	private VoucherView view(Caller caller, Coupon voucher) {
		return VoucherView.of(caller, voucher, this.clock.instant());
	}

	private OwnVoucher ownView(Coupon voucher) {
		return new OwnVoucher(voucher.id(), voucher.face(), voucher.balance(), voucher.locked(),
				voucher.terms().minimumOrder(), voucher.stateAt(this.clock.instant()), voucher.terms().effectiveAt(),
				voucher.terms().expiresAt());
	}

	/** The vouchers that were issued, in the order of the customers. */
	record IssuedView(List<VoucherView> vouchers) {

		static IssuedView of(Caller caller, List<Coupon> vouchers, Instant now) {
			return new IssuedView(vouchers.stream().map((voucher) -> VoucherView.of(caller, voucher, now)).toList());
		}

	}

	/**
	 * A voucher as its issuer sees it.
	 *
	 * @param balance what is left of the face value; 0.00 once reclaimed
	 * @param lockedAmount what of that unpaid orders hold: then it cannot be reclaimed
	 * (REC-04)
	 * @param allowedActions what the caller can do now: RECLAIM
	 */
	record VoucherView(UUID id, UUID quotaId, UUID customerId, Money faceValue, Money balance, Money lockedAmount,
			Money minimumOrderAmount, Coupon.State state, Instant effectiveAt, Instant expiresAt, Instant createdAt,
			List<String> allowedActions) {

		private static VoucherView of(Caller caller, Coupon voucher, Instant now) {
			boolean reclaimable = voucher.reclaimableAt(now) && caller.may(Permission.RECLAIM_VOUCHERS);
			return new VoucherView(voucher.id(), voucher.quotaId(), voucher.customerId(), voucher.face(),
					voucher.balance(), voucher.locked(), voucher.terms().minimumOrder(), voucher.stateAt(now),
					voucher.terms().effectiveAt(), voucher.terms().expiresAt(), voucher.createdAt(),
					reclaimable ? List.of("RECLAIM") : List.of());
		}

	}

	/**
	 * A voucher as the customer sees it: without the issuer's remark and quota.
	 *
	 * @param lockedAmount what of the balance unpaid orders hold (USE-05)
	 */
	record OwnVoucher(UUID id, Money faceValue, Money balance, Money lockedAmount, Money minimumOrderAmount,
			Coupon.State state, Instant effectiveAt, Instant expiresAt) {
	}

	/**
	 * A reclaim by hand.
	 *
	 * @param amount more than 0.00, at most what no order holds of the balance; absent
	 * means the whole balance (REC-01)
	 * @param remark up to 256 characters, stays with the issuer
	 */
	record Reclaim(@Nullable @Positive Money amount, @Nullable @Size(max = 256) String remark) {
	}

	/**
	 * What really went back (REC-02).
	 *
	 * @param left what the customer still has of the voucher
	 */
	record Reclaimed(UUID voucherId, Money amount, Money left) {

		static Reclaimed of(Reclaims.Back back) {
			return new Reclaimed(back.couponId(), back.amount(), back.left());
		}

	}

	/**
	 * A reclaim of many, each with its whole balance.
	 *
	 * @param voucherIds 1–100, each once
	 * @param remark up to 256 characters, stays with the issuer
	 */
	record ReclaimAll(@NotEmpty @Size(max = 100) List<@NotNull UUID> voucherIds,
			@Nullable @Size(max = 256) String remark) {
	}

	/** What came of each, in the order they were named. */
	record ReclaimedAll(List<Reclaimed> reclaimed, List<NotReclaimed> refused) {

		static ReclaimedAll of(Reclaims.Batch batch) {
			return new ReclaimedAll(batch.reclaimed().stream().map(Reclaimed::of).toList(), batch.refused()
				.stream()
				.map((each) -> new NotReclaimed(each.couponId(), each.problem().code(), each.problem().getMessage()))
				.toList());
		}

	}

	/** A voucher that stays, and why: the code it would be refused with alone. */
	record NotReclaimed(UUID voucherId, String code, @Nullable String detail) {
	}

}
