package io.partnerhub.coupon.partner;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import io.partnerhub.contracts.PartnerStatus;
import io.partnerhub.contracts.ProgramEvent.MemberChanged;
import io.partnerhub.contracts.ProgramEvent.PartnerRegistered;
import io.partnerhub.contracts.ProgramEvent.PartnerStatusChanged;
import io.partnerhub.contracts.ProgramEvent.ResellerReleased;
import io.partnerhub.platform.caller.ActingFor;
import io.partnerhub.platform.caller.Caller;
import io.partnerhub.platform.event.Subscription;
import io.partnerhub.platform.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;

/**
 * Partners and their teams as partner-program-service announced them; decides for whom a
 * distributor may act.
 */
@Component
public class KnownPartners {

	private final KnownPartnerStore store;

	KnownPartners(KnownPartnerStore store) {
		this.store = store;
	}

	@Bean
	Subscription partnerFacts() {
		return Subscription.to(PartnerRegistered.class, this.store::save)
			.and(MemberChanged.class, this.store::save)
			.and(PartnerStatusChanged.class, this.store::save);
	}

	/** Those of the partners that are restricted or frozen (0.4). */
	public Map<UUID, PartnerStatus> unhealthy(Collection<UUID> ownerPartnerIds) {
		return this.store.unhealthy(ownerPartnerIds);
	}

	/** The partner, if it has been heard of yet. */
	public Optional<KnownPartner> find(UUID ownerPartnerId) {
		return this.store.find(ownerPartnerId);
	}

	public KnownPartner get(UUID ownerPartnerId) {
		return this.store.find(ownerPartnerId).orElseThrow(() -> Problem.notFound("partner"));
	}

	/**
	 * Those of the partners that are the distributor's resellers; none of them leaves
	 * until the transaction ends (QUO-03).
	 */
	public Set<UUID> holdResellers(UUID distributorId, Collection<UUID> ids) {
		return this.store.holdResellers(distributorId, ids);
	}

	/** A reseller has left its distributor (REC-10). */
	public void release(ResellerReleased event, Instant now) {
		this.store.release(event.ownerPartnerId(), event.partnerId(), now);
	}

	/** Company names of partners. */
	public Map<UUID, String> names(Collection<UUID> ids) {
		return this.store.names(ids);
	}

	/**
	 * The caller himself, or a distributor on behalf of the reseller he names, who must
	 * be his (QUO-03, API-06); an empty name is none.
	 */
	public Caller acting(Caller caller, @Nullable String resellerId) {
		return ActingFor.reseller(caller, resellerId, (owner) -> this.store.find(owner)
			.map((partner) -> new ActingFor.Partner(partner.type(), partner.partnerId())));
	}

}
