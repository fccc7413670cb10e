package io.partnerhub.benchmarks;

import io.partnerhub.platform.caller.Caller;
import org.jspecify.annotations.Nullable;

/**
 * One kind of page, asked for through the service and by hand. Values are columns of the
 * row {@code customer_listing}, a different one for every request.
 *
 * @param ceiling what a page may take at the 99th percentile, in milliseconds
 * @param path with {@code {}} for the value
 * @param body of a POST, with {@code {}} for the value; a GET without
 * @param value SQL expression over the listing {@code l}
 * @param condition of the statement by hand, with {@code ?} for the value
 */
record CustomerListCase(String name, int ceiling, Caller caller, String path, @Nullable String body, String value,
		String condition) {

	/** How often the value stands in the statement. */
	int marks() {
		return (int) this.condition.chars().filter((character) -> character == '?').count();
	}

	static CustomerListCase page(String name, Caller caller, String query, String value, String condition) {
		return new CustomerListCase(name, 20, caller, "/api/v1/customers?" + query, null, value, condition);
	}

	static CustomerListCase infix(String name, Caller caller, String query, String value, String condition) {
		return new CustomerListCase(name, 200, caller, "/api/v1/customers?" + query, null, value, condition);
	}

	static CustomerListCase vendor(String name, Caller caller, String body, String value, String condition) {
		return new CustomerListCase(name, 0, caller, "/v2/partners/sub-customers/query", body, value, condition);
	}

}
