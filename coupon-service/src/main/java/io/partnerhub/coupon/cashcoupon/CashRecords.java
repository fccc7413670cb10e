package io.partnerhub.coupon.cashcoupon;

import io.partnerhub.contracts.Permission;
import io.partnerhub.coupon.cashcoupon.CashRecordApi.RecordView;
import io.partnerhub.platform.caller.Caller;
import io.partnerhub.platform.page.Page;
import io.partnerhub.platform.page.PageQuery;
import io.partnerhub.platform.privacy.Reveal;
import io.partnerhub.platform.privacy.Reveals;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Shows the issuer's log (CSH-11); names that are shown in clear are recorded. */
@Service
class CashRecords {

	private final CashRecordStore store;

	private final Reveals reveals;

	CashRecords(CashRecordStore store, Reveals reveals) {
		this.store = store;
		this.reveals = reveals;
	}

	@Transactional
	Page<RecordView> list(Caller caller, CashRecordFilter filter, Reveal reveal, PageQuery page) {
		caller.require(Permission.VIEW_COUPONS);
		this.reveals.permit(caller, reveal);
		Page<RecordView> shown = Page.of(this.store.page(caller, filter, reveal, page), page, RecordView::id);
		this.reveals.record(caller, reveal, "cash-coupon-records", shown.items().stream().map(RecordView::id).toList());
		return shown;
	}

}
