package io.partnerhub.customer.notice;

import java.time.Clock;
import java.time.Instant;

import io.partnerhub.contracts.Permission;
import io.partnerhub.platform.caller.Caller;
import io.partnerhub.platform.page.Page;
import io.partnerhub.platform.page.PageQuery;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Writes letters with the event that brought the news, and shows them to the customer, or
 * to the partner's people who may see coupons (VOU-13, NOT-02); those about the balance
 * only to who may see that, too. The mail is another matter: it can fail without the
 * letter (NOT-04).
 */
@Service
class Notices {

	private final NoticeStore store;

	private final NoticeSettings settings;

	private final Clock clock;

	Notices(NoticeStore store, NoticeSettings settings, Clock clock) {
		this.store = store;
		this.settings = settings;
		this.clock = clock;
	}

	@Transactional(propagation = Propagation.MANDATORY)
	void tell(Notice notice) {
		this.store.insert(notice, this.clock.instant().plus(this.settings.collect()));
	}

	@Transactional(readOnly = true)
	Page<Notice> mine(Caller caller, PageQuery query) {
		return Page.of(this.store.ofCustomer(caller.customer(), query), query, Notice::id);
	}

	@Transactional(readOnly = true)
	Page<Notice> ofPartner(Caller caller, PageQuery query) {
		caller.require(Permission.VIEW_COUPONS);
		boolean balance = caller.may(Permission.VIEW_BALANCE);
		return Page.of(this.store.ofPartner(caller.owner(), balance, query), query, Notice::id);
	}

	Instant now() {
		return this.clock.instant();
	}

}
