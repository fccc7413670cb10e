package io.partnerhub.gateway.signature;

import java.util.function.Function;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

/**
 * A request as it came over the wire, before anything decoded or rewrote it: the only
 * form in which a signature can be checked.
 *
 * @param method in upper case
 * @param path the raw path, still percent-encoded
 * @param query the raw query, absent if there is none
 * @param header the value of a header, absent unless it was sent exactly once
 * @param body the raw bytes, read when asked for
 */
public record ReceivedRequest(String method, String path, @Nullable String query,
		Function<String, @Nullable String> header, Supplier<byte[]> body) {
}
