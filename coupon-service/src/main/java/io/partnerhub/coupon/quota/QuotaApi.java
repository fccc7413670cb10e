package io.partnerhub.coupon.quota;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import io.partnerhub.contracts.CouponType;
import io.partnerhub.contracts.PartnerType;
import io.partnerhub.contracts.Permission;
import io.partnerhub.platform.caller.Caller;
import io.partnerhub.platform.page.Page;
import io.partnerhub.platform.page.PageQuery;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Voucher quotas for those who hold them. */
@RestController
@Tag(name = "Voucher quotas")
class QuotaApi {

	private final Quotas quotas;

	private final Clock clock;

	QuotaApi(Quotas quotas, Clock clock) {
		this.quotas = quotas;
		this.clock = clock;
	}

	@GetMapping("/api/v1/voucher-quotas")
	@Operation(summary = "List the partner's own voucher quotas, newest first",
			description = "Both bounds of the validity's end are exclusive.")
	Page<QuotaView> list(Caller caller, @RequestParam Quota.@Nullable State state,
			@RequestParam @Nullable Instant expiresAfter, @RequestParam @Nullable Instant expiresBefore,
			PageQuery page) {
		return list(caller,
				QuotaFilter.by(CouponType.VOUCHER, state, expiresAfter, expiresBefore, this.clock.instant()), page);
	}

	@GetMapping("/api/v1/voucher-quotas/{id}")
	@Operation(summary = "Show one voucher quota with its limits and all its parts")
	QuotaView get(Caller caller, @PathVariable UUID id) {
		return view(caller, this.quotas.get(caller, CouponType.VOUCHER, id));
	}

	@GetMapping("/api/v1/voucher-quotas/{id}/statement")
	@Operation(summary = "Explain the parts of a voucher quota line by line, newest first")
	Page<StatementLine> statement(Caller caller, @PathVariable UUID id, PageQuery page) {
		return this.quotas.statement(caller, CouponType.VOUCHER, id, page);
	}

	@GetMapping("/api/v1/cash-coupon-quotas")
	@Operation(summary = "List the partner's own cash-coupon quotas, newest first",
			description = "Both bounds of the validity's end are exclusive.")
	Page<QuotaView> listCashCoupons(Caller caller, @RequestParam Quota.@Nullable State state,
			@RequestParam @Nullable Instant expiresAfter, @RequestParam @Nullable Instant expiresBefore,
			PageQuery page) {
		return list(caller,
				QuotaFilter.by(CouponType.CASH_COUPON, state, expiresAfter, expiresBefore, this.clock.instant()), page);
	}

	@GetMapping("/api/v1/cash-coupon-quotas/{id}")
	@Operation(summary = "Show one cash-coupon quota with its limits and all its parts")
	QuotaView getCashCoupons(Caller caller, @PathVariable UUID id) {
		return view(caller, this.quotas.get(caller, CouponType.CASH_COUPON, id));
	}

	@GetMapping("/api/v1/cash-coupon-quotas/{id}/statement")
	@Operation(summary = "Explain the parts of a cash-coupon quota line by line, newest first")
	Page<StatementLine> cashCouponStatement(Caller caller, @PathVariable UUID id, PageQuery page) {
		return this.quotas.statement(caller, CouponType.CASH_COUPON, id, page);
	}

	private Page<QuotaView> list(Caller caller, QuotaFilter filter, PageQuery page) {
		return this.quotas.list(caller, filter, page).map((standing) -> view(caller, standing));
	}

	private QuotaView view(Caller caller, Standing standing) {
		Instant now = this.clock.instant();
		return QuotaView.of(standing, now, allowed(caller, standing.quota(), now));
	}

	private static List<String> allowed(Caller caller, Quota quota, Instant now) {
		List<String> actions = new ArrayList<>();
		if (quota.usableAt(now) && quota.available().isPositive()) {
			if (caller.may(Permission.ISSUE_VOUCHERS)) {
				actions.add("ISSUE");
			}
			if (caller.may(Permission.PASS_QUOTA) && caller.partnerType() == PartnerType.DISTRIBUTOR) {
				actions.add("PASS_ON");
			}
		}
		return actions;
	}

}
