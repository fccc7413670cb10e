package io.partnerhub.customer.association;

import java.util.List;

import io.partnerhub.contracts.Permission;
import io.partnerhub.customer.member.Sight;
import io.partnerhub.customer.privacy.Reveal;
import io.partnerhub.customer.privacy.Reveals;
import io.partnerhub.platform.caller.Caller;
import io.partnerhub.platform.page.Page;
import io.partnerhub.platform.page.PageQuery;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Writes down for good what happens to relations (LOG-01), and shows it to the two sides.
 */
@Service
class AssociationRecords {

	private static final String RESOURCE = "association-records";

	private final AssociationRecordStore store;

	private final Reveals reveals;

	AssociationRecords(AssociationRecordStore store, Reveals reveals) {
		this.store = store;
		this.reveals = reveals;
	}

	@Transactional(propagation = Propagation.MANDATORY)
	void begun(Association link, String decidedBy) {
		this.store.insertBegun(link, decidedBy);
	}

	/** A partner's own as far as the caller sees, or the customer's own. */
	@Transactional
	Page<AssociationRecord> list(Caller caller, AssociationRecordFilter filter, Reveal reveal, PageQuery page) {
		if (caller.is(Caller.Kind.CUSTOMER)) {
			List<AssociationRecord> rows = this.store.list(caller.customer(), filter, page);
			return Page.of(rows, page, AssociationRecord::id).map(AssociationRecord::withoutNames);
		}
		Sight sight = Sight.of(caller.require(Permission.VIEW_CUSTOMERS));
		this.reveals.permit(caller, reveal);
		Page<AssociationRecord> rows = Page.of(this.store.list(sight, filter, page), page, AssociationRecord::id);
		this.reveals.record(caller, reveal, RESOURCE, rows.items().stream().map(AssociationRecord::id).toList());
		return rows.map((row) -> row.shown(reveal));
	}

}
