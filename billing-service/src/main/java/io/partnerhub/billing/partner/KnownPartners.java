package io.partnerhub.billing.partner;

import java.util.Set;
import java.util.UUID;

import io.partnerhub.billing.ledger.Accounts;
import io.partnerhub.billing.ledger.Realm;
import io.partnerhub.contracts.PartnerType;
import io.partnerhub.contracts.ProgramEvent.PartnerRegistered;
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

	private static final Set<PartnerType> FIRST_TIER = Set.of(PartnerType.SOLUTION_PROVIDER, PartnerType.DISTRIBUTOR);

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

	/**
	 * The realm a caller of the vendor-compatible API means; resellers have no access
	 * there.
	 */
	public Realm actingFor(Caller caller, @Nullable String indirectPartnerId) {
		Realm own = Realm.of(caller);
		if (caller.partnerType() == null || !FIRST_TIER.contains(caller.partnerType())) {
			throw Problem.forbidden("ACCESS_DENIED", "This API is for solution providers and distributors.");
		}
		return (indirectPartnerId == null || indirectPartnerId.isBlank()) ? own : reseller(caller, indirectPartnerId);
	}

	private Realm reseller(Caller caller, String indirectPartnerId) {
		return VendorId.parse(indirectPartnerId)
			.flatMap(this.store::find)
			.filter((partner) -> caller.partnerType() == PartnerType.DISTRIBUTOR)
			.filter((partner) -> partner.isResellerOf(caller.owner()))
			.map(KnownPartner::realm)
			.orElseThrow(() -> Problem.badRequest("CBC.99000037", "You have no right on this reseller."));
	}

}
