package io.partnerhub.coupon.partner;

import java.util.UUID;

import io.partnerhub.contracts.PartnerType;
import io.partnerhub.contracts.ProgramEvent.MemberChanged;
import io.partnerhub.contracts.ProgramEvent.PartnerRegistered;
import io.partnerhub.platform.Ids;
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
		return Subscription.to(PartnerRegistered.class, this.store::save).and(MemberChanged.class, this.store::save);
	}

	public KnownPartner get(UUID ownerPartnerId) {
		return this.store.find(ownerPartnerId).orElseThrow(() -> Problem.notFound("partner"));
	}

	/**
	 * The caller himself, or on behalf of the reseller he names, who must be his (QUO-03,
	 * API-06).
	 */
	public Caller acting(Caller caller, @Nullable String resellerId) {
		if (resellerId == null) {
			return caller;
		}
		if (resellerId.isEmpty()) {
			throw Problem.invalid("/indirect_partner_id", "EMPTY", "Leave it out, or name a reseller.");
		}
		UUID tenant = caller.tenant();
		return Ids.parse(resellerId)
			.flatMap(this.store::find)
			.filter((reseller) -> reseller.type() == PartnerType.RESELLER && reseller.partnerId().equals(tenant))
			.map((reseller) -> caller.actingFor(reseller.ownerPartnerId()))
			.orElseThrow(() -> Problem.badRequest("RESELLER_NOT_YOURS", "This reseller is not one of yours."));
	}

}
