package io.partnerhub.billing.order;

import io.partnerhub.platform.page.Page;
import io.partnerhub.platform.page.PageQuery;
import io.partnerhub.platform.privacy.Reveal;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Order lines as callers see them (ORD-04). */
@Service
class Lines {

	private final LineListStore store;

	private final Names names;

	Lines(LineListStore store, Names names) {
		this.store = store;
		this.names = names;
	}

	@Transactional
	Page<LineListStore.Row> page(Viewer viewer, LineFilter filter, PageQuery page) {
		Reveal shown = this.names.permit(viewer);
		Page<LineListStore.Row> rows = Page.of(this.store.page(filter.on(viewer.sight().conditions()), page), page,
				(row) -> row.line().id());
		this.names.record(viewer, "order-lines", rows.items().stream().map((row) -> row.line().id()).toList());
		return rows.map((row) -> row.named(shown.name(Names.COLUMN, row.customerName())));
	}

}
