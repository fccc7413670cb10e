package io.partnerhub.billing.resale;

import java.util.UUID;

import io.partnerhub.contracts.AssociationType;
import io.partnerhub.contracts.InvoiceEvent.Party;
import io.partnerhub.contracts.PartnerType;

/**
 * Who issues an invoice (INVO-05): whoever sold. The vendor to its partners and to
 * advisory customers, a partner to his own resale customers, whether he is first-tier or
 * a reseller, and a distributor to its resellers.
 */
final class IssuerRules {

	private IssuerRules() {
	}

	/** Of a customer's invoices. */
	static Party ofCustomer(AssociationType model, PartnerType partner) {
		if (model == AssociationType.ADVISORY) {
			return Party.VENDOR;
		}
		return (partner == PartnerType.RESELLER) ? Party.RESELLER : Party.PARTNER;
	}

	/** Of a partner's invoices. */
	static Party ofPartner(PartnerType partner) {
		return (partner == PartnerType.RESELLER) ? Party.PARTNER : Party.VENDOR;
	}

	/**
	 * Whether the issuer is the distributor in whose tenant the receiver is a reseller.
	 */
	static boolean sellsTo(UUID issuer, PartnerType receiver, UUID tenant) {
		return ofPartner(receiver) == Party.PARTNER && tenant.equals(issuer);
	}

}
