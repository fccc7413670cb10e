package io.partnerhub.billing.partner;

import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import io.partnerhub.billing.ledger.Accounts;
import io.partnerhub.billing.ledger.Realm;
import io.partnerhub.contracts.ProgramEvent.PartnerRegistered;
import io.partnerhub.contracts.ProgramEvent.PartnerStatusChanged;
import io.partnerhub.platform.caller.ActingFor;
import io.partnerhub.platform.caller.Caller;
import io.partnerhub.platform.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
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
		KnownPartner partner = new KnownPartner(event.ownerPartnerId(), event.partnerId(), event.type(), event.name());
		this.store.save(partner, event.status());
		this.accounts.ofPartner(partner.realm());
	}

	void changed(PartnerStatusChanged event) {
		this.store.setStatus(event.ownerPartnerId(), event.status());
	}

	/**
	 * Whether the partner's resale customers may not consume: nor, then, its resellers'
	 * (0.4).
	 */
	public boolean isRestricted(Realm realm) {
		return this.store.isRestricted(realm);
	}

	public KnownPartner get(UUID id) {
		return this.store.find(id).orElseThrow(() -> Problem.notFound("partner"));
	}

	/**
	 * Those of the partners that are known, locked; who is in other hands may be left
	 * out.
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public Map<UUID, KnownPartner> holdAll(Set<UUID> ids, boolean waits) {
		return ids.isEmpty() ? Map.of()
				: this.store.lockAll(ids, waits)
					.stream()
					.collect(Collectors.toMap(KnownPartner::id, Function.identity()));
	}

	public boolean exists(UUID id) {
		return this.store.find(id).isPresent();
	}

	/** The realm of the caller, or that of the reseller of his that he names (ADJ-05). */
	public Realm realmOf(Caller caller, @Nullable UUID resellerId) {
		Realm own = Realm.of(caller);
		if (resellerId == null) {
			return own;
		}
		return this.store.find(resellerId)
			.filter((reseller) -> own.isFirstTier() && reseller.isResellerOf(own.partnerId()))
			.map(KnownPartner::realm)
			.orElseThrow(() -> Problem.notFound("reseller"));
	}

	/** The realm a caller of the vendor-compatible API means. */
	public Realm actingFor(Caller caller, @Nullable String indirectPartnerId) {
		return Realm.of(ActingFor.reseller(caller, indirectPartnerId, (id) -> this.store.find(id)
			.map((partner) -> new ActingFor.Partner(partner.type(), partner.partnerId()))));
	}

}
