package io.partnerhub.program.partner;

import java.util.Set;

import io.partnerhub.contracts.AssociationType;

/**
 * What a partner has set for itself and the vendor for the partner.
 *
 * @param email reserved e-mail (PRE-01)
 * @param mobile reserved mobile number (PRE-01)
 * @param allowedAssociationTypes models the partner may offer; the vendor decides
 * (INV-07)
 * @param verificationCodeRequired whether critical operations ask for a code
 * @param version grows with every change
 */
public record Settings(String email, String mobile, Set<AssociationType> allowedAssociationTypes,
		boolean verificationCodeRequired, long version) {

	Settings with(String email, String mobile, boolean verificationCodeRequired) {
		return new Settings(email, mobile, this.allowedAssociationTypes, verificationCodeRequired, this.version + 1);
	}

	Settings with(Set<AssociationType> allowedAssociationTypes) {
		return new Settings(this.email, this.mobile, allowedAssociationTypes, this.verificationCodeRequired,
				this.version + 1);
	}

}
