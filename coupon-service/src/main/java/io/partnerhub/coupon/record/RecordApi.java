package io.partnerhub.coupon.record;

import java.time.Instant;
import java.util.UUID;

import io.partnerhub.platform.caller.Caller;
import io.partnerhub.platform.money.Money;
import io.partnerhub.platform.page.Page;
import io.partnerhub.platform.page.PageQuery;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
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

	@GetMapping("/api/v1/voucher-records")
	@Operation(summary = "List what was done with the partner's vouchers, newest first")
	Page<RecordView> list(Caller caller, @RequestParam @Nullable UUID quotaId, @RequestParam @Nullable UUID customerId,
			PageQuery page) {
		return this.records.list(caller, quotaId, customerId, page).map(RecordView::of);
	}

	/**
	 * One operation.
	 *
	 * @param operationType 1 issue, 2 reclaim by hand, 3 at the end of the link, 8 at a
	 * switch of the model, 9 at a transfer (6.3)
	 * @param amount face value on issue, the amount really taken back on reclaim
	 */
	record RecordView(UUID id, int operationType, UUID quotaId, @Nullable UUID voucherId, UUID customerId, Money amount,
			boolean succeeded, String operator, @Nullable String remark, Instant at) {

		static RecordView of(OperationRecord entry) {
			return new RecordView(entry.id(), entry.type().code(), entry.quotaId(), entry.couponId(),
					entry.customerId(), entry.amount(), entry.succeeded(), entry.operator(), entry.remark(),
					entry.at());
		}

	}

}
