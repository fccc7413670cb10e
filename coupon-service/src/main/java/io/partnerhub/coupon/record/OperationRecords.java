package io.partnerhub.coupon.record;

import java.util.List;
import java.util.UUID;

import io.partnerhub.contracts.Permission;
import io.partnerhub.platform.caller.Caller;
import io.partnerhub.platform.page.Page;
import io.partnerhub.platform.page.PageQuery;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps operation records and shows them to the issuer. */
@Service
public class OperationRecords {

	private final OperationRecordStore store;

	OperationRecords(OperationRecordStore store) {
		this.store = store;
	}

	/** Joins the transaction of what it records; there may be nothing to record. */
	public void add(List<OperationRecord> records) {
		if (!records.isEmpty()) {
			this.store.insert(records);
		}
	}

	@Transactional(readOnly = true)
	Page<OperationRecord> list(Caller caller, @Nullable UUID quotaId, @Nullable UUID customerId, PageQuery page) {
		caller.require(Permission.VIEW_COUPONS);
		return Page.of(this.store.page(caller, quotaId, customerId, page), page, OperationRecord::id);
	}

}
