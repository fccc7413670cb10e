package io.partnerhub.coupon.whitelist;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import io.partnerhub.contracts.PartnerType;
import io.partnerhub.contracts.Permission;
import io.partnerhub.contracts.Role;
import io.partnerhub.contracts.WhitelistEvent.WhitelistImported;
import io.partnerhub.coupon.settings.CouponProperties;
import io.partnerhub.platform.Ids;
import io.partnerhub.platform.caller.Caller;
import io.partnerhub.platform.event.Outbox;
import io.partnerhub.platform.page.Page;
import io.partnerhub.platform.page.PageQuery;
import io.partnerhub.platform.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Importing and searching white-lists. Only government-subsidy partners have one, and
 * only their administrators replace it (VOU-08, CSH-02).
 */
@Service
class Whitelists {

	private final WhitelistStore store;

	private final Outbox outbox;

	private final CouponProperties properties;

	private final Clock clock;

	Whitelists(WhitelistStore store, Outbox outbox, CouponProperties properties, Clock clock) {
		this.store = store;
		this.outbox = outbox;
		this.properties = properties;
		this.clock = clock;
	}

	/** What an import of the rows would do. */
	ImportReport check(Caller caller, List<WhitelistRow> rows) {
		administrator(caller);
		return ImportRules.check(rows, this.properties.whitelist().reportedRows());
	}

	/** Replaces the list as a whole; one wrong row leaves it as it is. */
	@Transactional
	Whitelist replace(Caller caller, List<WhitelistRow> rows) {
		ImportReport report = check(caller, rows);
		if (report.wrongRows() > 0) {
			throw Problem.badRequest("WHITELIST_ROWS_WRONG", "Nothing was imported, as some rows are wrong.")
				.with("wrongRows", report.wrongRows())
				.with("rows", report.wrong());
		}
		Whitelist list = new Whitelist(Ids.next(), caller.tenant(), caller.owner(), this.store.next(caller.owner()),
				report.good().size(), caller.subject(), this.clock.instant());
		this.store.replace(list, report.good());
		this.outbox
			.announce(new WhitelistImported(list.partnerId(), list.ownerPartnerId(), list.version(), list.customers()));
		return list;
	}

	@Transactional(readOnly = true)
	Page<Whitelist> versions(Caller caller, PageQuery page) {
		return Page.of(this.store.versions(viewer(caller).owner(), page), page, Whitelist::id);
	}

	@Transactional(readOnly = true)
	Page<ListedCustomer> search(Caller caller, @Nullable String accountName, @Nullable String name, PageQuery page) {
		return Page.of(this.store.page(viewer(caller).owner(), accountName, name, page), page, ListedCustomer::id);
	}

	/** Those of the accounts that stand on the partner's newest list. */
	Set<String> listed(UUID ownerPartnerId, Collection<String> accountNames) {
		return this.store.listed(ownerPartnerId, accountNames);
	}

	private static void administrator(Caller caller) {
		if (caller.partnerType() != PartnerType.GOVERNMENT_SUBSIDY || !caller.has(Role.SYSTEM_ADMIN)) {
			throw Problem.forbidden("ACCESS_DENIED", "You are not allowed to do this.");
		}
	}

	private static Caller viewer(Caller caller) {
		if (caller.partnerType() != PartnerType.GOVERNMENT_SUBSIDY) {
			throw Problem.forbidden("ACCESS_DENIED", "You are not allowed to do this.");
		}
		return caller.require(Permission.VIEW_COUPONS);
	}

}
