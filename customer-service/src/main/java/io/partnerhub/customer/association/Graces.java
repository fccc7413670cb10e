package io.partnerhub.customer.association;

import java.util.UUID;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps every customer's pay-per-use grace period, in the transaction of whatever changes
 * his relation.
 */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class Graces {

	private final EffectStore store;

	Graces(EffectStore store) {
		this.store = store;
	}

	/** From now on the customer has at least so many days. */
	public void raise(UUID customerId, int days) {
		EffectStore.Grace grace = this.store.lockGrace(customerId);
		int raised = GraceRules.raised(grace.present(), grace.told(), days);
		if (grace.present() == null || grace.present() != raised) {
			this.store.setGrace(customerId, raised);
		}
	}

}
