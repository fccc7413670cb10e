package io.partnerhub.billing.appropriation;

import io.partnerhub.billing.ledger.Realm;
import io.partnerhub.platform.caller.Caller;
import org.jspecify.annotations.Nullable;

/**
 * A wish, who has it, and whose money it is about.
 *
 * @param realm of the partner that pays or is paid: the caller's, or that of a reseller
 * of his (ADJ-05)
 * @param waits whether it waits for another adjustment of the same target to end, or is
 * refused (ADJ-08)
 * @param proof of a verification code, where one is asked for
 * @param trace names the request in what is announced
 */
record AdjustCommand(Caller caller, Realm realm, Adjustment wish, boolean waits, @Nullable String proof,
		@Nullable String trace) {
}
