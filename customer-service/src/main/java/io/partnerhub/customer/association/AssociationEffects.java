package io.partnerhub.customer.association;

import io.partnerhub.contracts.AssociationType;
import io.partnerhub.contracts.CustomerEvent.AssignmentSource;
import io.partnerhub.contracts.CustomerEvent.CustomerAssigned;
import io.partnerhub.contracts.CustomerEvent.CustomerFrozen;
import io.partnerhub.contracts.CustomerEvent.FreezeType;
import io.partnerhub.platform.event.Outbox;
import org.springframework.stereotype.Service;

/**
 * What a new link does to the customer: his account manager has him (ASC-08), and as a
 * resale customer he gets his grace period and, where the market wants it, waits for a
 * budget (ASC-05, BUD-06). As an advisory customer nothing of his changes (ASC-06).
 */
@Service
class AssociationEffects {

	private static final String NO_BUDGET = "NO_BUDGET";

	private static final String SYSTEM = "system";

	private final EffectStore store;

	private final Graces graces;

	private final AssociationSettings settings;

	private final Outbox outbox;

	AssociationEffects(EffectStore store, Graces graces, AssociationSettings settings, Outbox outbox) {
		this.store = store;
		this.graces = graces;
		this.settings = settings;
		this.outbox = outbox;
	}

	/** In the transaction of the link, after it was announced. */
	void of(Association link) {
		assign(link);
		ofModel(link);
	}

	/** What the model alone brings, also when only the model has changed (DIS-10). */
	void ofModel(Association link) {
		if (link.type() == AssociationType.RESALE) {
			this.graces.raise(link.customerId(), GraceRules.RESALE_DAYS);
			freeze(link);
		}
	}

	private void assign(Association link) {
		if (link.accountManagerId() != null) {
			this.outbox.announce(new CustomerAssigned(link.partnerId(), link.ownerPartnerId(), link.customerId(),
					link.epoch(), link.accountManagerId(), AssignmentSource.INVITATION, link.associatedAt()));
		}
	}

	private void freeze(Association link) {
		if (this.settings.frozenUntilBudget() && this.store.freeze(link.customerId(), NO_BUDGET)) {
			this.outbox.announce(new CustomerFrozen(link.partnerId(), link.ownerPartnerId(), link.customerId(),
					link.epoch(), FreezeType.ACCOUNT, NO_BUDGET, SYSTEM));
		}
	}

}
