package io.partnerhub.customer.partner;

import java.util.Set;
import java.util.UUID;

import io.partnerhub.contracts.AssociationType;
import io.partnerhub.contracts.PartnerType;
import io.partnerhub.customer.mail.Language;
import io.partnerhub.platform.problem.Problem;
import org.jspecify.annotations.Nullable;

/**
 * A partner with what matters for his customers: a frozen one, or a reseller of a frozen
 * distributor, wins no resale customers and loses none (0.4, INV-09, DIS-05).
 *
 * @param partnerId the tenant
 * @param ownerPartnerId the partner itself
 * @param email reserved e-mail, where the partner hears of requests (PRE-01, NOT-02)
 * @param mobile reserved mobile number (PRE-01)
 * @param allowedTypes models he may offer (INV-07)
 * @param codeRequired whether critical operations ask for a code
 * @param language of mails to his people and customers
 */
public record KnownPartner(UUID partnerId, UUID ownerPartnerId, PartnerType type, String name, @Nullable String email,
		@Nullable String mobile, boolean frozen, Set<AssociationType> allowedTypes, boolean codeRequired,
		Language language) {

	/**
	 * Refuses new resale customers to a frozen partner (INV-09), and models the vendor
	 * does not let him offer (INV-07).
	 */
	public void mayWin(AssociationType type) {
		if (!this.allowedTypes.contains(type)) {
			throw Problem
				.conflict("ASSOCIATION_TYPE_NOT_ALLOWED", "The vendor has not opened this model to the partner.")
				.with("allowedAssociationTypes", this.allowedTypes);
		}
		if (this.frozen && type == AssociationType.RESALE) {
			throw Problem.conflict("PARTNER_FROZEN", "A frozen partner cannot develop resale customers.");
		}
	}

}
