package io.partnerhub.coupon.record;

import java.util.List;
import java.util.UUID;

import io.partnerhub.contracts.CouponType;
import io.partnerhub.contracts.Permission;
import io.partnerhub.platform.caller.Caller;
import io.partnerhub.platform.page.Page;
import io.partnerhub.platform.page.PageQuery;
import io.partnerhub.platform.privacy.Reveal;
import io.partnerhub.platform.privacy.Reveals;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps operation records and shows them to the issuer. */
@Service
public class OperationRecords {

	private final OperationRecordStore store;

	private final RecordLogStore log;

	private final Reveals reveals;

	OperationRecords(OperationRecordStore store, RecordLogStore log, Reveals reveals) {
		this.store = store;
		this.log = log;
		this.reveals = reveals;
	}

	/** Joins the transaction of what it records; there may be nothing to record. */
	public void add(List<OperationRecord> records) {
		if (!records.isEmpty()) {
			this.store.insert(records);
		}
	}

	/**
	 * A page of the log, newest first (6.9, CSH-11); names that are shown in clear are
	 * recorded.
	 */
	@Transactional
	public Page<ShownRecord> list(Caller caller, RecordQuery query, Reveal reveal, PageQuery page) {
		caller.require(Permission.VIEW_COUPONS);
		this.reveals.permit(caller, reveal);
		Page<ShownRecord> shown = Page.of(this.log.read(new LogSight(caller), query, page.after(), page.fetch()), page,
				ShownRecord::id);
		String resource = (query.type() == CouponType.VOUCHER) ? "voucher-records" : "cash-coupon-records";
		this.reveals.record(caller, reveal, resource, shown.items().stream().map(ShownRecord::id).toList());
		return shown;
	}

	/** Some records for a file, newest first; whoever asks has checked who may. */
	@Transactional(readOnly = true)
	public List<ShownRecord> read(LogSight sight, RecordQuery query, @Nullable UUID after, int limit) {
		return this.log.read(sight, query, after, limit);
	}

	@Transactional(readOnly = true)
	public int count(LogSight sight, RecordQuery query) {
		return this.log.count(sight, query);
	}

}
