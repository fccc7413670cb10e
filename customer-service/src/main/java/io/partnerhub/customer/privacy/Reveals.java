package io.partnerhub.customer.privacy;

import java.time.Clock;
import java.util.Collection;
import java.util.UUID;
import java.util.function.Function;

import io.partnerhub.contracts.Permission;
import io.partnerhub.contracts.Role;
import io.partnerhub.platform.Ids;
import io.partnerhub.platform.caller.Caller;
import io.partnerhub.platform.page.Page;
import io.partnerhub.platform.page.PageQuery;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Lets people with the permission see personal data, and keeps on record who saw what
 * (X-03).
 */
@Service
public class Reveals {

	private final RevealStore store;

	private final PrivacySettings settings;

	private final Clock clock;

	Reveals(RevealStore store, PrivacySettings settings, Clock clock) {
		this.store = store;
		this.settings = settings;
		this.clock = clock;
	}

	/**
	 * What the caller is shown. Refuses who may not see the columns in clear; asking for
	 * none is always allowed, and an account manager need not ask about his own customers
	 * unless the hub masks them, too.
	 */
	public Reveal permit(Caller caller, Reveal reveal) {
		if (!reveal.isEmpty()) {
			caller.require(Permission.REVEAL_PERSONAL_DATA);
		}
		boolean ownInClear = caller.has(Role.ACCOUNT_MANAGER) && !this.settings.maskOwnCustomers();
		return ownInClear ? reveal.withOwnOf(caller.memberId()) : reveal;
	}

	/**
	 * Records the rows about to be shown of which columns were asked for; what an account
	 * manager sees of his own customers is no reveal.
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public <T> void record(Caller caller, Reveal reveal, String resource, Collection<T> rows, Function<T, UUID> id,
			Function<T, @Nullable UUID> accountManager) {
		record(caller, reveal, resource,
				rows.stream().filter((row) -> !reveal.isOwn(accountManager.apply(row))).map(id).toList());
	}

	/**
	 * Records what is about to be shown, in the transaction that read it: without the
	 * record nothing is answered. An answer without rows shows nothing.
	 * @param resource what was listed, such as {@code customers}
	 * @param shown ids of the rows, 100 at most
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public void record(Caller caller, Reveal reveal, String resource, Collection<UUID> shown) {
		permit(caller, reveal);
		if (!reveal.isEmpty() && !shown.isEmpty()) {
			this.store.insert(
					new RevealRecord(Ids.next(), resource, reveal.columns(), shown.stream().toList(), caller.subject(),
							caller.memberId(), this.clock.instant(), MDC.get("traceId")),
					caller.tenant(), caller.owner());
		}
	}

	@Transactional(readOnly = true)
	Page<RevealRecord> list(Caller caller, PageQuery page) {
		caller.require(Permission.MANAGE_MEMBERS);
		return Page.of(this.store.list(caller.owner(), page), page, RevealRecord::id);
	}

}
