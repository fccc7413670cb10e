package io.partnerhub.customer.relation;

import java.util.UUID;

import io.partnerhub.contracts.CriticalOperation;
import io.partnerhub.customer.partner.KnownPartner;
import io.partnerhub.customer.partner.KnownPartners;
import io.partnerhub.platform.caller.Caller;
import io.partnerhub.platform.proof.Proofs;
import org.springframework.stereotype.Component;

/**
 * Who starts or answers a request proves with a code that it is he, where the partner has
 * switched codes on. The customer's side follows the switch of his partner.
 */
@Component
class Approvals {

	private final Proofs proofs;

	private final KnownPartners partners;

	Approvals(Proofs proofs, KnownPartners partners) {
		this.proofs = proofs;
		this.partners = partners;
	}

	/** In the transaction of the command: a refused one leaves the proof good. */
	void require(Actor actor, UUID owner) {
		Caller caller = actor.caller();
		boolean switchedOn = caller.is(Caller.Kind.CUSTOMER) ? asksForCodes(this.partners.get(owner))
				: caller.codeRequired();
		this.proofs.whenSwitchedOn(switchedOn, caller, CriticalOperation.END_RELATION, actor.proof());
	}

	/** A reseller's customer follows its distributor's switch as well. */
	private boolean asksForCodes(KnownPartner partner) {
		return partner.codeRequired()
				|| this.partners.find(partner.partnerId()).map(KnownPartner::codeRequired).orElse(false);
	}

}
