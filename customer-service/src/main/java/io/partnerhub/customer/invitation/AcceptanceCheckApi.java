package io.partnerhub.customer.invitation;

import io.partnerhub.customer.association.AssociationChecks;
import io.partnerhub.customer.association.Associability;
import io.partnerhub.platform.caller.Caller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The account check before an acceptance, for the customer himself (ASC-04). */
@RestController
@Tag(name = "Invitations")
class AcceptanceCheckApi {

	private final Acceptances acceptances;

	private final AssociationChecks checks;

	AcceptanceCheckApi(Acceptances acceptances, AssociationChecks checks) {
		this.acceptances = acceptances;
		this.checks = checks;
	}

	@GetMapping("/api/v1/invitations/by-token/{token}/association-checks")
	@Operation(summary = "What stands in the way of accepting an invitation, all at once",
			description = "For a customer, or a login that is to become one; UNKNOWN is what nobody has told, and does not "
					+ "block. 409 INVITE_FOR_ANOTHER_ACCOUNT as at the acceptance.")
	Associability check(@PathVariable String token, Caller caller) {
		if (!caller.is(Caller.Kind.CUSTOMER)) {
			caller.require(Caller.Kind.IDENTITY);
		}
		Offer offer = this.acceptances.show(new InvitationToken(token)).offer();
		return this.checks.look(caller, offer.ownerPartnerId(), offer.type(),
				this.acceptances.prospectId(caller, offer).orElse(null));
	}

}
