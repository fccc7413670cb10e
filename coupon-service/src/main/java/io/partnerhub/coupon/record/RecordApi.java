package io.partnerhub.coupon.record;

import java.time.Instant;
import java.util.UUID;

import io.partnerhub.contracts.CouponType;
import io.partnerhub.platform.caller.Caller;
import io.partnerhub.platform.money.Money;
import io.partnerhub.platform.page.Page;
import io.partnerhub.platform.page.PageQuery;
import io.partnerhub.platform.privacy.Reveal;
import io.partnerhub.platform.problem.Problem;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The issuer's operation log (6.9). */
@RestController
@Tag(name = "Voucher records")
class RecordApi {

	private final OperationRecords records;

	RecordApi(OperationRecords records) {
		this.records = records;
	}

	/**
	 * The log (6.9). Names are masked unless somebody with the permission asks;
	 * whose they are is searched by their beginning and from three characters on anywhere
	 * in them.
	 */
	@GetMapping("/api/v1/voucher-records")
	@Operation(summary = "List what was done with the partner's vouchers, newest first",
			description = "from is inclusive, to exclusive; operator is a login name, an access key or system. "
					+ "customerName and accountName are masked unless named in reveal, which needs the permission "
					+ "REVEAL_PERSONAL_DATA and is recorded.")
	Page<RecordView> list(Caller caller, @RequestParam @Nullable Instant from, @RequestParam @Nullable Instant to,
			@RequestParam @Nullable @Size(max = 64) String customerName,
			@RequestParam @Nullable @Size(max = 64) String accountName, @RequestParam @Nullable UUID customerId,
			@RequestParam @Nullable UUID quotaId, @RequestParam @Nullable UUID voucherId,
			@RequestParam @Nullable @Min(1) @Max(9) Integer operationType, @RequestParam @Nullable Boolean succeeded,
			@RequestParam @Nullable @Size(max = 128) String operator,
			@RequestParam @Nullable @Size(max = 128) String reveal, PageQuery page) {
		Reveal revealed = Reveal.of(reveal, "customerName", "accountName");
		if (from != null && to != null && !from.isBefore(to)) {
			throw Problem.invalid("?to", "OUT_OF_RANGE", "must be later than from");
		}
		RecordQuery query = new RecordQuery(CouponType.VOUCHER, from, to, customerName, accountName, customerId,
				quotaId, voucherId, operationType, succeeded, operator);
		return this.records.list(caller, query, revealed, page).map((shown) -> RecordView.of(shown, revealed));
	}

	/**
	 * One operation.
	 *
	 * @param operationType 1 issue, 2 reclaim by hand, 3 at the end of the link, 4 at
	 * expiry, 5 on unsubscription, 6 on refund reversal, 7 on association, 8 at a switch
	 * of the model, 9 at a transfer (6.3)
	 * @param customerName masked unless revealed; absent once he is another partner's
	 * @param accountName masked unless revealed
	 * @param amount face value on issue, the amount really taken back on reclaim
	 */
	record RecordView(UUID id, int operationType, UUID quotaId, @Nullable UUID voucherId, UUID customerId,
			@Nullable String customerName, @Nullable String accountName, Money amount, boolean succeeded,
			String operator, @Nullable String remark, Instant at) {

		static RecordView of(ShownRecord shown, Reveal reveal) {
			OperationRecord entry = shown.entry();
			return new RecordView(entry.id(), entry.type().code(), entry.quotaId(), entry.couponId(),
					entry.customerId(), reveal.name("customerName", shown.customerName()),
					reveal.name("accountName", shown.accountName()), entry.amount(), entry.succeeded(),
					entry.operator(), entry.remark(), entry.at());
		}

	}

}
