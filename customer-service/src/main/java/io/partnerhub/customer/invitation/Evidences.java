package io.partnerhub.customer.invitation;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import io.partnerhub.customer.association.Association;
import io.partnerhub.customer.mail.Language;
import io.partnerhub.customer.member.Sight;
import io.partnerhub.customer.privacy.Reveal;
import io.partnerhub.customer.privacy.Reveals;
import io.partnerhub.platform.caller.Caller;
import io.partnerhub.platform.problem.Problem;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Keeps what customers accepted, with the link it began (INV-14). */
@Service
class Evidences {

	private static final String RESOURCE = "association-evidence";

	private static final int MOST = 100;

	private final EvidenceStore store;

	private final Reveals reveals;

	Evidences(EvidenceStore store, Reveals reveals) {
		this.store = store;
		this.reveals = reveals;
	}

	@Transactional(propagation = Propagation.MANDATORY)
	void keep(Association link, Offer offer, Language language, Consent consent, Caller caller, Instant now) {
		this.store.insert(link, new Evidence(link.id(), offer.channel(), consent.noticeVersion(), language,
				Notice.of(offer.type(), language).digest(), caller.subject(), consent.address(), now));
	}

	@Transactional
	List<Evidence> of(Caller caller, UUID customerId, Reveal reveal) {
		Reveal shown = this.reveals.permit(caller, reveal);
		Sight sight = Sight.of(caller);
		if (!this.store.isKnown(customerId, sight)) {
			throw Problem.notFound("customer");
		}
		List<EvidenceStore.Kept> kept = this.store.of(customerId, sight, MOST);
		boolean own = kept.stream().allMatch((row) -> shown.isOwn(row.accountManagerId()));
		this.reveals.record(caller, shown, RESOURCE, own ? List.of() : List.of(customerId));
		return kept.stream().map((row) -> row.evidence().shown(shown.in(row.accountManagerId()))).toList();
	}

}
