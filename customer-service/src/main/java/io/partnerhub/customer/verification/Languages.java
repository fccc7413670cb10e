package io.partnerhub.customer.verification;

import java.util.Optional;
import java.util.UUID;

import io.partnerhub.customer.association.Association;
import io.partnerhub.customer.association.Associations;
import io.partnerhub.customer.mail.Language;
import io.partnerhub.customer.mail.MailSettings;
import io.partnerhub.customer.partner.KnownPartner;
import io.partnerhub.customer.partner.KnownPartners;
import io.partnerhub.platform.caller.Caller;
import org.springframework.stereotype.Component;

/** A person is written to in the language of his partner's mails. */
@Component
class Languages {

	private final KnownPartners partners;

	private final Associations associations;

	private final MailSettings settings;

	Languages(KnownPartners partners, Associations associations, MailSettings settings) {
		this.partners = partners;
		this.associations = associations;
		this.settings = settings;
	}

	/** That of the service for a customer without a partner. */
	Language of(Caller caller) {
		return partner(caller).flatMap(this.partners::find)
			.map(KnownPartner::language)
			.orElse(this.settings.language());
	}

	private Optional<UUID> partner(Caller caller) {
		return caller.is(Caller.Kind.CUSTOMER)
				? this.associations.findPresent(caller.customer()).map(Association::ownerPartnerId)
				: Optional.of(caller.owner());
	}

}
