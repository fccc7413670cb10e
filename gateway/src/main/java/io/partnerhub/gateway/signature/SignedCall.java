package io.partnerhub.gateway.signature;

import io.partnerhub.platform.caller.Caller;

/**
 * A request whose signature holds.
 *
 * @param caller who signed
 * @param signature the signature, by which a replay is known
 * @param replayable whether a copy of it could do something twice
 */
public record SignedCall(Caller caller, String signature, boolean replayable) {
}
