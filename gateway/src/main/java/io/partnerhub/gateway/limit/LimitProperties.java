package io.partnerhub.gateway.limit;

import java.util.List;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Requests per second (API-07), counted per source address, operation and account.
 *
 * @param vendorFace on the vendor-compatible API
 * @param frontEnds on /api/v1, whose front ends come in bursts
 * @param failures refused attempts to prove who one is, per address
 * @param operations operations with a limit of their own
 */
@ConfigurationProperties("partnerhub.gateway.limits")
record LimitProperties(@DefaultValue("10") int vendorFace, @DefaultValue("100") int frontEnds,
		@DefaultValue("10") int failures, @DefaultValue List<Operation> operations) {

	int of(String method, String path, boolean vendorFace) {
		return this.operations.stream()
			.filter((operation) -> operation.method().equals(method) && operation.path().equals(path))
			.mapToInt(Operation::perSecond)
			.findFirst()
			.orElse(vendorFace ? this.vendorFace : this.frontEnds);
	}

	/** One operation and its limit; ids in its path are written {@code {id}}. */
	record Operation(String method, String path, int perSecond) {
	}

}
