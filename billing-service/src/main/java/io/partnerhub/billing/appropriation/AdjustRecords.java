package io.partnerhub.billing.appropriation;

import java.util.List;

import io.partnerhub.platform.caller.Caller;
import io.partnerhub.platform.page.Offset;
import io.partnerhub.platform.page.Page;
import io.partnerhub.platform.page.PageQuery;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The records of a realm for those who may see its money (ADJ-09). */
@Service
class AdjustRecords {

	private final AdjustRecordStore store;

	AdjustRecords(AdjustRecordStore store) {
		this.store = store;
	}

	@Transactional(readOnly = true)
	Page<AdjustRecord> page(Caller caller, AdjustFilter filter, PageQuery page) {
		AppropriationRules.requireViewing(caller);
		return Page.of(this.store.page(filter, page), page, AdjustRecord::id);
	}

	@Transactional(readOnly = true)
	Found find(Caller caller, AdjustFilter filter, Offset offset) {
		AppropriationRules.requireViewing(caller);
		return new Found(this.store.find(filter, offset), this.store.count(filter));
	}

	/** Some rows, and how many there are in all. */
	record Found(List<AdjustRecord> records, int total) {
	}

}
