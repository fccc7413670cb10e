package io.partnerhub.coupon.cashcoupon;

import java.time.Instant;
import java.util.UUID;

import io.partnerhub.contracts.CouponType;
import io.partnerhub.coupon.record.OperationRecord;
import io.partnerhub.coupon.record.OperationRecords;
import io.partnerhub.coupon.record.RecordQuery;
import io.partnerhub.coupon.record.ShownRecord;
import io.partnerhub.platform.caller.Caller;
import io.partnerhub.platform.money.Money;
import io.partnerhub.platform.page.Page;
import io.partnerhub.platform.page.PageQuery;
import io.partnerhub.platform.privacy.Reveal;
import io.partnerhub.platform.problem.Problem;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The issuer's log of what was done with his cash coupons (CSH-11). */
@RestController
@Tag(name = "Cash coupons")
class CashRecordApi {

	private static final int LONGEST_TEXT = 128;

	private final OperationRecords records;

	CashRecordApi(OperationRecords records) {
		this.records = records;
	}

	@GetMapping("/api/v1/cash-coupon-records")
	@Operation(summary = "List what was done with the partner's cash coupons, newest first",
			description = "Names are found by their beginning, from 3 characters on also by any part; times are RFC 3339, from "
					+ "inclusive and before exclusive. customerName and accountName are masked unless named in reveal, which "
					+ "needs the permission REVEAL_PERSONAL_DATA and is recorded.")
	Page<RecordView> list(Caller caller, @RequestParam @Nullable Instant from, @RequestParam @Nullable Instant before,
			@RequestParam @Nullable String customerName, @RequestParam @Nullable String accountName,
			@RequestParam @Nullable UUID couponId, @RequestParam @Nullable @Size(max = 128) String reveal,
			PageQuery page) {
		Reveal revealed = Reveal.of(reveal, "customerName", "accountName");
		RecordQuery query = new RecordQuery(CouponType.CASH_COUPON, from, before, checked("customerName", customerName),
				checked("accountName", accountName), null, null, couponId, null, null, null);
		return this.records.list(caller, query, revealed, page).map((shown) -> RecordView.of(shown, revealed));
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
	 * @param accountName masked unless revealed
	 * @param customerName masked unless revealed; both are absent where they are in
	 * voucher records
	 * @param amount face value on issue, the amount really taken back on reclaim
	 * @param remark the issuer's
	 */
	@Schema(name = "CashCouponRecord")
	record RecordView(UUID id, int operationType, UUID quotaId, @Nullable UUID couponId, UUID customerId,
			@Nullable String accountName, @Nullable String customerName, Money amount, boolean succeeded,
			String operator, @Nullable String remark, Instant at) {

		static RecordView of(ShownRecord shown, Reveal reveal) {
			OperationRecord entry = shown.entry();
			return new RecordView(entry.id(), entry.type().code(), entry.quotaId(), entry.couponId(),
					entry.customerId(), reveal.name("accountName", shown.accountName()),
					reveal.name("customerName", shown.customerName()), entry.amount(), entry.succeeded(),
					entry.operator(), entry.remark(), entry.at());
		}

	}

}
