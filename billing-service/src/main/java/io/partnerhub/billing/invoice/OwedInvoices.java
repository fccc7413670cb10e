package io.partnerhub.billing.invoice;

import io.partnerhub.billing.ledger.Realm;
import io.partnerhub.platform.money.Money;
import io.partnerhub.platform.page.Page;
import io.partnerhub.platform.page.PageQuery;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What a partner still owes in invoices; it lessens what the partner may withdraw
 * (INVO-02).
 */
@Service
@Transactional(readOnly = true)
public class OwedInvoices {

	private final OwedInvoiceStore store;

	OwedInvoices(OwedInvoiceStore store) {
		this.store = store;
	}

	/** All that is not offset yet. */
	public Sum of(Realm realm) {
		return this.store.sum(realm);
	}

	/** The invoices behind it. */
	public Page<OwedInvoice> open(Realm realm, PageQuery page) {
		return Page.of(this.store.page(realm, page), page, OwedInvoice::id);
	}

	/** What is owed, and by how many invoices. */
	public record Sum(Money total, int invoices) {
	}

}
