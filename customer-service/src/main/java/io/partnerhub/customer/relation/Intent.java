package io.partnerhub.customer.relation;

import io.partnerhub.contracts.AssociationType;
import io.partnerhub.customer.association.Association;
import io.partnerhub.customer.partner.KnownPartner;
import org.jspecify.annotations.Nullable;

/**
 * What is to happen to a link, with everybody it concerns as they are now.
 *
 * @param partner who has the customer
 * @param toType the model he is to have, for a switch
 * @param target who is to get him, for a transfer
 */
record Intent(RequestKind kind, Association link, Account account, KnownPartner partner,
		@Nullable AssociationType toType, @Nullable KnownPartner target) {

	/** Who has the customer afterwards, and as what; nobody after a disassociation. */
	@Nullable KnownPartner nextPartner() {
		return switch (this.kind) {
			case DISASSOCIATION -> null;
			case MODEL_SWITCH -> this.partner;
			case TRANSFER -> this.target;
		};
	}

	AssociationType nextType() {
		return (this.toType != null) ? this.toType : this.link.type();
	}

	/** Resale money and goods are involved on either side of the change. */
	boolean involvesResale() {
		return this.link.type() == AssociationType.RESALE || nextType() == AssociationType.RESALE;
	}

	boolean becomesResale() {
		return this.link.type() == AssociationType.ADVISORY && nextType() == AssociationType.RESALE;
	}

}
