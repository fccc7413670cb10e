package io.partnerhub.customer.relation;

import io.partnerhub.contracts.CustomerEvent.Outcome;
import io.partnerhub.customer.relation.Request.State;

/** How a request that the other side did not agree to came to its end. */
enum Decision {

	/** The other side said no (DIS-01). */
	REFUSED(State.REJECTED, Outcome.REJECTED),
	/** The requester took it back (DIS-08). */
	WITHDRAWN(State.CANCELLED, Outcome.CANCELLED),
	/** Nobody answered in time (DIS-07). */
	LAPSED(State.CANCELLED, Outcome.CANCELLED);

	private final State state;

	private final Outcome outcome;

	Decision(State state, Outcome outcome) {
		this.state = state;
		this.outcome = outcome;
	}

	State state() {
		return this.state;
	}

	Outcome outcome() {
		return this.outcome;
	}

}
