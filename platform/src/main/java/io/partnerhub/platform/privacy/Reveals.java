package io.partnerhub.platform.privacy;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

import io.partnerhub.contracts.Permission;
import io.partnerhub.platform.Ids;
import io.partnerhub.platform.caller.Caller;
import io.partnerhub.platform.page.Page;
import io.partnerhub.platform.page.PageQuery;
import org.slf4j.MDC;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Lets people with the permission see personal data, and keeps on record who saw what
 * (X-03).
 */
public class Reveals {

	private final RevealStore store;

	private final Clock clock;

	Reveals(RevealStore store, Clock clock) {
		this.store = store;
		this.clock = clock;
	}

	/**
	 * Refuses who may not see the columns in clear; asking for none is always allowed.
	 */
	public void permit(Caller caller, Reveal reveal) {
		if (!reveal.isEmpty()) {
			caller.require(Permission.REVEAL_PERSONAL_DATA);
		}
	}

	/**
	 * Records what is about to be shown, in the transaction that read it: without the
	 * record nothing is answered. An answer without rows shows nothing.
	 * @param shown ids of the rows, 100 at most
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public void record(Caller caller, Reveal reveal, String resource, Collection<UUID> shown) {
		permit(caller, reveal);
		if (!reveal.isEmpty() && !shown.isEmpty()) {
			this.store.insert(
					new RevealRecord(Ids.next(), resource, List.copyOf(reveal.columns()), List.copyOf(shown),
							caller.subject(), caller.memberId(), this.clock.instant(), MDC.get("traceId")),
					caller.tenant(), caller.owner());
		}
	}

	@Transactional(readOnly = true)
	public Page<RevealRecord> list(Caller caller, PageQuery page) {
		caller.require(Permission.MANAGE_MEMBERS);
		return Page.of(this.store.page(caller.owner(), page), page, RevealRecord::id);
	}

}
