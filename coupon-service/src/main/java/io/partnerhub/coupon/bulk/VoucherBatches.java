package io.partnerhub.coupon.bulk;

import java.util.List;
import java.util.UUID;

import io.partnerhub.coupon.voucher.RowOutcomes;
import io.partnerhub.coupon.voucher.VoucherRow;
import io.partnerhub.coupon.voucher.VoucherRows;
import io.partnerhub.platform.caller.Caller;
import io.partnerhub.platform.money.Money;
import io.partnerhub.platform.problem.Problem;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Up to 100 vouchers in one call (VOU-03). Each row is decided for itself, as in a
 * file: whoever wants all or nothing names the customers in one command.
 */
@Service
class VoucherBatches {

	private final VoucherRows vouchers;

	private final BulkSettings settings;

	VoucherBatches(VoucherRows vouchers, BulkSettings settings) {
		this.vouchers = vouchers;
		this.settings = settings;
	}

	@Transactional
	RowOutcomes issue(Caller caller, UUID quotaId, List<VoucherRow> rows) {
		check(caller, quotaId, rows);
		return this.vouchers.issue(caller.owner(), caller.subject(), quotaId, rows);
	}

	@Transactional(readOnly = true)
	RowOutcomes preview(Caller caller, UUID quotaId, List<VoucherRow> rows) {
		check(caller, quotaId, rows);
		return this.vouchers.preview(caller.owner(), quotaId, rows, Money.zero());
	}

	private void check(Caller caller, UUID quotaId, List<VoucherRow> rows) {
		this.vouchers.check(caller, quotaId);
		if (rows.size() > this.settings.rowsPerCall()) {
			throw Problem
				.badRequest("TOO_MANY_CUSTOMERS", "At most " + this.settings.rowsPerCall() + " vouchers in one call.")
				.with("limit", this.settings.rowsPerCall());
		}
	}

}
