package io.partnerhub.coupon.cashcoupon;

import java.time.Instant;
import java.util.UUID;

import io.partnerhub.contracts.Permission;
import io.partnerhub.platform.caller.Caller;
import io.partnerhub.platform.money.Money;
import io.partnerhub.platform.page.Page;
import io.partnerhub.platform.page.PageQuery;
import io.partnerhub.platform.problem.Problem;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The issuer's log of what was done with his cash coupons (CSH-11). */
@RestController
@Tag(name = "Cash coupons")
class CashRecordApi {

	private static final int LONGEST_TEXT = 128;

	private final CashRecordStore store;

	CashRecordApi(CashRecordStore store) {
		this.store = store;
	}

	@GetMapping("/api/v1/cash-coupon-records")
	@Operation(summary = "List what was done with the partner's cash coupons, newest first",
			description = "Names are found by their beginning, from 3 characters on also by any part; times are RFC 3339, from "
					+ "inclusive and before exclusive.")
	Page<RecordView> list(Caller caller, @RequestParam @Nullable Instant from, @RequestParam @Nullable Instant before,
			@RequestParam @Nullable String customerName, @RequestParam @Nullable String accountName,
			@RequestParam @Nullable UUID couponId, PageQuery page) {
		caller.require(Permission.VIEW_COUPONS);
		CashRecordFilter filter = new CashRecordFilter(from, before, checked("customerName", customerName),
				checked("accountName", accountName), couponId);
		return Page.of(this.store.page(caller, filter, page), page, RecordView::id);
	}

	private static @Nullable String checked(String parameter, @Nullable String text) {
		if (text != null && (text.length() > LONGEST_TEXT || text.indexOf(0) >= 0)) {
			throw Problem.invalid("?" + parameter, "SIZE", "at most 128 characters");
		}
		return text;
	}

	/**
	 * One operation.
	 *
	 * @param operationType as of voucher records; 7 as the customer became a RESALE
	 * customer
	 * @param customerName masked
	 * @param amount face value on issue, the amount really taken back on reclaim
	 * @param remark the issuer's
	 */
	@Schema(name = "CashCouponRecord")
	record RecordView(UUID id, int operationType, UUID quotaId, @Nullable UUID couponId, UUID customerId,
			@Nullable String accountName, @Nullable String customerName, Money amount, boolean succeeded,
			String operator, @Nullable String remark, Instant at) {
	}

}
