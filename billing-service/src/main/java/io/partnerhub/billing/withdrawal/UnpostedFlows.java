package io.partnerhub.billing.withdrawal;

import java.time.Clock;
import java.util.UUID;

import io.partnerhub.billing.ledger.Realm;
import io.partnerhub.billing.partner.KnownPartners;
import io.partnerhub.platform.Ids;
import io.partnerhub.platform.money.Money;
import io.partnerhub.platform.page.Page;
import io.partnerhub.platform.page.PageQuery;
import io.partnerhub.platform.problem.Problem;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps what the vendor tells of money not booked yet; it lessens what the partner may
 * withdraw until it is posted (WDR-16).
 */
@Service
@Transactional
class UnpostedFlows {

	private final UnpostedFlowStore store;

	private final KnownPartners partners;

	private final Clock clock;

	UnpostedFlows(UnpostedFlowStore store, KnownPartners partners, Clock clock) {
		this.store = store;
		this.partners = partners;
		this.clock = clock;
	}

	/** Told again it is the same; the same reference with other content is refused. */
	UnpostedFlow learn(UUID partnerId, String reference, UnpostedFlow.Kind kind, Money amount) {
		UnpostedFlow flow = new UnpostedFlow(Ids.next(), reference, this.partners.get(partnerId).realm(), kind, amount,
				this.clock.instant(), null);
		if (this.store.insert(flow)) {
			return flow;
		}
		UnpostedFlow first = get(reference);
		if (!first.sameAs(flow)) {
			throw Problem.conflict("UNPOSTED_REFERENCE_USED", "This reference belongs to a flow with other content.");
		}
		return first;
	}

	/** It is booked, or will never be. */
	UnpostedFlow post(String reference) {
		get(reference);
		this.store.post(reference, this.clock.instant());
		return get(reference);
	}

	@Transactional(readOnly = true)
	Sum of(Realm realm) {
		return this.store.sum(realm);
	}

	@Transactional(readOnly = true)
	Page<UnpostedFlow> open(Realm realm, PageQuery page) {
		return Page.of(this.store.page(realm, page), page, UnpostedFlow::id);
	}

	private UnpostedFlow get(String reference) {
		return this.store.find(reference).orElseThrow(() -> Problem.notFound("unposted flow"));
	}

	/** What is not booked, and how many flows. */
	record Sum(Money total, int flows) {
	}

}
