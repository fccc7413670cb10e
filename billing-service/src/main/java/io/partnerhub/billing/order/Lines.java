package io.partnerhub.billing.order;

import io.partnerhub.platform.page.Page;
import io.partnerhub.platform.page.PageQuery;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Order lines as callers see them (ORD-04). */
@Service
@Transactional(readOnly = true)
class Lines {

	private final LineListStore store;

	Lines(LineListStore store) {
		this.store = store;
	}

	Page<LineListStore.Row> page(OrderSight sight, LineFilter filter, PageQuery page) {
		return Page.of(this.store.page(filter.on(sight.conditions()), page), page, (row) -> row.line().id());
	}

}
