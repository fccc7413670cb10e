package io.partnerhub.customer.relation;

import java.util.Objects;

import io.partnerhub.customer.association.Association;
import io.partnerhub.customer.association.Associations;
import io.partnerhub.customer.association.GraceRules;
import io.partnerhub.customer.association.Graces;
import io.partnerhub.customer.association.Successions;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Carries out what both sides agreed to: the link ends, and after a switch or a transfer
 * the next one begins at the same instant (DIS-06, DIS-09, DIS-14). Whatever has to
 * happen to the customer himself at that moment happens here.
 */
@Service
class Endings {

	private final Associations associations;

	private final Successions successions;

	private final Graces graces;

	Endings(Associations associations, Successions successions, Graces graces) {
		this.associations = associations;
		this.successions = successions;
		this.graces = graces;
	}

	/** The caller has locked customer, link and request. */
	@Transactional(propagation = Propagation.MANDATORY)
	void carryOut(Request request, Intent intent) {
		Association link = intent.link();
		Successions.Subject subject = new Successions.Subject(request.id(), intent.account().displayName(),
				intent.account().accountName());
		switch (request.kind()) {
			case DISASSOCIATION -> {
				this.associations.end(link, request.id(), request.reason());
				this.graces.raise(link.customerId(), GraceRules.END_DAYS);
			}
			case MODEL_SWITCH -> this.successions.switchModel(link, intent.nextType(), subject);
			case TRANSFER -> this.successions.transfer(link, Objects.requireNonNull(intent.target()), subject);
		}
	}

}
