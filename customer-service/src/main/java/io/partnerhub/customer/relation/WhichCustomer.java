package io.partnerhub.customer.relation;

import java.util.UUID;

import io.partnerhub.platform.caller.Caller;
import io.partnerhub.platform.problem.Problem;
import org.jspecify.annotations.Nullable;

/** Whom a new request is about: a customer may leave out his own id. */
final class WhichCustomer {

	private WhichCustomer() {
	}

	static UUID of(@Nullable UUID named, Caller caller) {
		if (named != null) {
			return named;
		}
		if (!caller.is(Caller.Kind.CUSTOMER)) {
			throw Problem.invalid("/customerId", "REQUIRED", "Say which customer.");
		}
		return caller.customer();
	}

}
