package io.partnerhub.contracts;

import java.util.UUID;

/**
 * A fact in the past tense, announced through the outbox of the service that owns it.
 * Events of one key reach each consumer in the order in which they happened.
 */
public interface Event {

	/** Stands for the tenant of what belongs to none: accounts and dictionaries. */
	UUID NO_TENANT = new UUID(0, 0);

	/** The tenant: the first-tier partner under whom the event is handled. */
	UUID partnerId();

	/**
	 * What must stay in order: the customer id for all that a customer's link triggers.
	 */
	UUID key();

}
