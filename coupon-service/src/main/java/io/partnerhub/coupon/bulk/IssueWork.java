package io.partnerhub.coupon.bulk;

import java.util.List;
import java.util.Map;

import io.partnerhub.coupon.operation.Chunk;
import io.partnerhub.coupon.operation.LongOperation;
import io.partnerhub.coupon.operation.OperationWork;
import io.partnerhub.coupon.voucher.RowOutcomes;
import io.partnerhub.coupon.voucher.VoucherRow;
import io.partnerhub.coupon.voucher.VoucherRows;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Issues the next rows of a file and marks them in the same transaction, so that each is
 * issued once whatever crashes (VOU-04); in a dry run it only tells what would be.
 */
@Component
class IssueWork implements OperationWork {

	private final IssueRowStore store;

	private final VoucherRows vouchers;

	private final BulkSettings settings;

	private final JsonMapper json;

	IssueWork(IssueRowStore store, VoucherRows vouchers, BulkSettings settings, JsonMapper json) {
		this.store = store;
		this.vouchers = vouchers;
		this.settings = settings;
		this.json = json;
	}

	@Override
	public LongOperation.Kind kind() {
		return LongOperation.Kind.VOUCHER_ISSUE;
	}

	/** A dry run has to know what the rows before would have taken. */
	@Override
	public boolean inTurn(LongOperation operation) {
		return operation.dryRun();
	}

	@Override
	public Chunk next(LongOperation operation) {
		List<VoucherRow> rows = this.store.claim(operation.id(), this.settings.rowsPerChunk())
			.stream()
			.map(IssueRow::wanted)
			.toList();
		if (rows.isEmpty()) {
			return Chunk.NONE;
		}
		RowOutcomes outcomes = work(operation, rows);
		this.store.mark(operation.id(), outcomes.rows());
		return Chunk.items(rows.size(), outcomes.succeeded(), outcomes.amount());
	}

	@Override
	public Map<String, Integer> outcomes(LongOperation operation) {
		return this.store.outcomes(operation.id());
	}

	private RowOutcomes work(LongOperation operation, List<VoucherRow> rows) {
		IssueFiles.IssueRequest request = this.json.readValue(operation.request(), IssueFiles.IssueRequest.class);
		return operation.dryRun()
				? this.vouchers.preview(operation.ownerPartnerId(), request.quotaId(), rows, operation.amount())
				: this.vouchers.issue(operation.ownerPartnerId(), operation.operator(), request.quotaId(), rows);
	}

}
