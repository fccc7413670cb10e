package io.partnerhub.platform.testkit;

import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

import io.partnerhub.platform.testkit.HubClient.Answer;

/**
 * An operation of a service, the names of the callers who may use it, and the code that
 * turns away the others.
 *
 * @param method the HTTP method
 * @param path the path as it is mapped, with a query if the operation needs one
 * @param allowed names of the callers who may
 * @param body makes the body of one call
 * @param refusal what the operation may answer a caller who may not, beside the general
 * code
 */
public record Operation(String method, String path, Set<String> allowed, Supplier<?> body, String refusal) {

	public static Operation get(String path, Set<String> allowed) {
		return of("GET", path, allowed, Map::of);
	}

	public static Operation post(String path, Set<String> allowed) {
		return post(path, allowed, Map::of);
	}

	public static Operation post(String path, Set<String> allowed, Supplier<?> body) {
		return of("POST", path, allowed, body);
	}

	public static Operation put(String path, Set<String> allowed, Supplier<?> body) {
		return of("PUT", path, allowed, body);
	}

	public static Operation delete(String path, Set<String> allowed) {
		return of("DELETE", path, allowed, Map::of);
	}

	/** The same, where some are refused by a rule with a code of its own. */
	public Operation orRefused(String code) {
		return new Operation(this.method, this.path, this.allowed, this.body, code);
	}

	/** Method and path as the service maps them. */
	String mapping() {
		return this.method + " " + this.path.replaceFirst("\\?.*", "");
	}

	/** Calls the operation; every variable of its path is the given id. */
	Answer call(HubClient.As as, String id) {
		String target = this.path.replaceAll("\\{\\w+}", id);
		return switch (this.method) {
			case "GET" -> as.get(target);
			case "POST" -> as.post(target, this.body.get());
			case "PUT" -> as.with("If-Match", "\"1\"").put(target, this.body.get());
			default -> as.delete(target);
		};
	}

	Set<String> refusals() {
		String general = onVendorFace() ? "CBC.0151" : "ACCESS_DENIED";
		return this.refusal.isEmpty() ? Set.of(general) : Set.of(general, this.refusal);
	}

	String unauthenticated() {
		return onVendorFace() ? "CBC.0154" : "UNAUTHENTICATED";
	}

	private boolean onVendorFace() {
		return this.path.matches("/v\\d/.*");
	}

	private static Operation of(String method, String path, Set<String> allowed, Supplier<?> body) {
		return new Operation(method, path, allowed, body, "");
	}

}
