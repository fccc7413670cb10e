package io.partnerhub.coupon.cashcoupon;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.partnerhub.contracts.CouponType;
import io.partnerhub.contracts.CriticalOperation;
import io.partnerhub.contracts.Permission;
import io.partnerhub.coupon.account.Account;
import io.partnerhub.coupon.account.Accounts;
import io.partnerhub.coupon.coupon.Coupon;
import io.partnerhub.coupon.coupon.CouponFilter;
import io.partnerhub.coupon.coupon.Coupons;
import io.partnerhub.coupon.coupon.Reclaims;
import io.partnerhub.coupon.voucher.IssueForm;
import io.partnerhub.platform.caller.Caller;
import io.partnerhub.platform.idempotency.RequiresIdempotencyKey;
import io.partnerhub.platform.money.Money;
import io.partnerhub.platform.page.Page;
import io.partnerhub.platform.page.PageQuery;
import io.partnerhub.platform.proof.Proofs;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
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

/**
 * Cash coupons for front ends: a government-subsidy partner issues and reclaims them, the
 * customer sees his own (CSH-14).
 */
@RestController
@Tag(name = "Cash coupons")
class CashCouponApi {

	private final CashCoupons cashCoupons;

	private final Coupons coupons;

	private final Reclaims reclaims;

	private final Accounts accounts;

	private final Proofs proofs;

	private final Clock clock;

	CashCouponApi(CashCoupons cashCoupons, Coupons coupons, Reclaims reclaims, Accounts accounts, Proofs proofs,
			Clock clock) {
		this.cashCoupons = cashCoupons;
		this.coupons = coupons;
		this.reclaims = reclaims;
		this.accounts = accounts;
		this.proofs = proofs;
		this.clock = clock;
	}

	@PostMapping("/api/v1/cash-coupons")
	@ResponseStatus(HttpStatus.CREATED)
	@RequiresIdempotencyKey
	@Operation(summary = "Issue one cash coupon to each of up to 10 white-listed customers, all or none",
			description = "With the proof of a verification code for ISSUE_CASH_COUPON, if the partner has switched codes on. "
					+ "The coupon of an enterprise member goes to its master.")
	IssuedView issue(Caller caller, @Valid @RequestBody IssueForm issue,
			@RequestHeader(name = Proofs.HEADER, required = false) @Nullable String proof) {
		this.proofs.whenSwitchedOn(caller.require(Permission.ISSUE_VOUCHERS), CriticalOperation.ISSUE_CASH_COUPON,
				proof);
		return new IssuedView(views(caller, this.cashCoupons.issue(caller, issue.order())));
	}

	@GetMapping("/api/v1/cash-coupons")
	@Operation(summary = "List issued cash coupons, newest first",
			description = "Those that expired more than 2 years ago only with longExpired=true, and then only those.")
	Page<CouponView> list(Caller caller, @RequestParam @Nullable UUID customerId, @RequestParam @Nullable UUID quotaId,
			@RequestParam Coupon.@Nullable State state, @RequestParam(defaultValue = "false") boolean longExpired,
			PageQuery page) {
		CouponFilter filter = CouponFilter.listed(CouponType.CASH_COUPON, customerId, quotaId, state);
		Page<Coupon> coupons = this.coupons.issued(caller, filter, longExpired, page);
		return new Page<>(views(caller, coupons.items()), coupons.nextCursor());
	}

	@GetMapping("/api/v1/cash-coupons/{id}")
	@Operation(summary = "Show one issued cash coupon")
	CouponView get(Caller caller, @PathVariable UUID id) {
		return views(caller, List.of(this.coupons.issued(caller, CouponType.CASH_COUPON, id))).getFirst();
	}

	@PostMapping("/api/v1/cash-coupons/{id}/reclamation")
	@RequiresIdempotencyKey
	@Operation(summary = "Take back what is left of an available cash coupon",
			description = "With the proof of a verification code for RECLAIM_CASH_COUPON, if the partner has switched codes on.")
	Reclaimed reclaim(Caller caller, @PathVariable UUID id,
			@Valid @RequestBody(required = false) @Nullable Reclaim wish,
			@RequestHeader(name = Proofs.HEADER, required = false) @Nullable String proof) {
		this.proofs.whenSwitchedOn(caller.require(Permission.RECLAIM_VOUCHERS), CriticalOperation.RECLAIM_CASH_COUPON,
				proof);
		String remark = (wish != null) ? wish.remark() : null;
		return new Reclaimed(id, this.reclaims.byHand(caller, CouponType.CASH_COUPON, id, null, remark).amount());
	}

	@GetMapping("/api/v1/my/cash-coupons")
	@Operation(summary = "List the customer's own cash coupons, newest first",
			description = "Without those that expired more than 6 months ago.")
	Page<OwnCashCoupon> mine(Caller caller, PageQuery page) {
		Instant now = this.clock.instant();
		return this.coupons.mine(caller, CouponType.CASH_COUPON, page).map((coupon) -> OwnCashCoupon.of(coupon, now));
	}

	private List<CouponView> views(Caller caller, List<Coupon> coupons) {
		Instant now = this.clock.instant();
		Map<UUID, Account> customers = this.accounts.find(coupons.stream().map(Coupon::customerId).distinct().toList());
		boolean mayReclaim = caller.may(Permission.RECLAIM_VOUCHERS);
		return coupons.stream()
			.map((coupon) -> CouponView.of(coupon, customers.get(coupon.customerId()), now, mayReclaim))
			.toList();
	}

	/** The coupons that were issued, in the order of the customers. */
	@Schema(name = "IssuedCashCoupons")
	record IssuedView(List<CouponView> cashCoupons) {
	}

	/** A reclaim by hand; the remark, up to 256 characters, stays with the issuer. */
	@Schema(name = "CashCouponReclaim")
	record Reclaim(@Nullable @Size(max = 256) String remark) {
	}

	/** What really went back (REC-02). */
	@Schema(name = "ReclaimedCashCoupon")
	record Reclaimed(UUID couponId, Money amount) {
	}

}
