package io.partnerhub.billing.partner;

import java.util.UUID;

import io.partnerhub.billing.ledger.Accounts;
import io.partnerhub.billing.ledger.Realm;
import io.partnerhub.contracts.ProgramEvent.PartnerRegistered;
import io.partnerhub.platform.caller.ActingFor;
import io.partnerhub.platform.caller.Caller;
import io.partnerhub.platform.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who is a partner, and for whom a caller of the vendor-compatible API acts: a
 * distributor that names one of its resellers uses the reseller's money (ADJ-05).
 */
@Service
@Transactional
public class KnownPartners {

	private final KnownPartnerStore store;

	private final Accounts accounts;

	KnownPartners(KnownPartnerStore store, Accounts accounts) {
		this.store = store;
		this.accounts = accounts;
	}

	void registered(PartnerRegistered event) {
		KnownPartner partner = new KnownPartner(event.ownerPartnerId(), event.partnerId(), event.type());
		this.store.save(partner, event.name());
		this.accounts.ofPartner(partner.realm());
	}

	public KnownPartner get(UUID id) {
		return this.store.find(id).orElseThrow(() -> Problem.notFound("partner"));
	}

	/** The realm a caller of the vendor-compatible API means. */
	public Realm actingFor(Caller caller, @Nullable String indirectPartnerId) {
		return Realm.of(ActingFor.reseller(caller, indirectPartnerId, (id) -> this.store.find(id)
			.map((partner) -> new ActingFor.Partner(partner.type(), partner.partnerId()))));
	}

}
