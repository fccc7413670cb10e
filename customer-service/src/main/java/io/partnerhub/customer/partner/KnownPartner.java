package io.partnerhub.customer.partner;

import java.util.UUID;

import io.partnerhub.contracts.AssociationType;
import io.partnerhub.contracts.PartnerType;
import io.partnerhub.platform.problem.Problem;

/**
 * A partner with what matters for his customers: a frozen one, or a reseller of a frozen
 * distributor, wins no resale customers and loses none (0.4, INV-09, DIS-05).
 *
 * @param partnerId the tenant
 * @param ownerPartnerId the partner itself
 */
public record KnownPartner(UUID partnerId, UUID ownerPartnerId, PartnerType type, String name, boolean frozen) {

	/** Refuses new resale customers to a frozen partner (INV-09). */
	public void mayWin(AssociationType type) {
		if (this.frozen && type == AssociationType.RESALE) {
			throw Problem.conflict("PARTNER_FROZEN", "A frozen partner cannot develop resale customers.");
		}
	}

}
