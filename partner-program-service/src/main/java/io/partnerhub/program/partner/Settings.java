package io.partnerhub.program.partner;

import java.util.Set;

import io.partnerhub.contracts.AssociationType;
import org.jspecify.annotations.Nullable;

/**
 * What a partner has set for itself and the vendor for the partner.
 *
 * @param email reserved e-mail (PRE-01)
 * @param mobile reserved mobile number (PRE-01)
 * @param allowedAssociationTypes models the partner may offer; the vendor decides
 * (INV-07)
 * @param verificationCodeRequired whether critical operations ask for a code
 * @param mailLanguage of mails to its people and customers, zh or en; absent while unset
 * @param version grows with every change
 */
public record Settings(String email, String mobile, Set<AssociationType> allowedAssociationTypes,
		boolean verificationCodeRequired, @Nullable String mailLanguage, long version) {

	/** A language left out stays as it was. */
	Settings with(NewSettings wanted) {
		String language = (wanted.mailLanguage() != null) ? wanted.mailLanguage() : this.mailLanguage;
		return new Settings(wanted.spelledEmail(), wanted.spelledMobile(), this.allowedAssociationTypes,
				wanted.verificationCodeRequired(), language, this.version + 1);
	}

	Settings with(Set<AssociationType> allowedAssociationTypes) {
		return new Settings(this.email, this.mobile, allowedAssociationTypes, this.verificationCodeRequired,
				this.mailLanguage, this.version + 1);
	}

}
