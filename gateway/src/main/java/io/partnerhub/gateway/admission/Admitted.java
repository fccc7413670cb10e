package io.partnerhub.gateway.admission;

import io.partnerhub.gateway.signature.SignedCall;
import io.partnerhub.platform.caller.Caller;
import org.jspecify.annotations.Nullable;

/**
 * Somebody known.
 *
 * @param caller who it is
 * @param signed the signature that proved it, absent for a token
 */
record Admitted(Caller caller, @Nullable SignedCall signed) {
}
