package io.partnerhub.customer.association;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

import io.partnerhub.customer.association.AssociationRecord.Kind;
import io.partnerhub.platform.problem.Problem;
import org.jspecify.annotations.Nullable;

/**
 * Which records are wanted. Only what is asked for becomes a condition, so that each
 * finds its index.
 *
 * @param from first moment
 * @param to first moment no longer wanted
 */
record AssociationRecordFilter(@Nullable UUID customerId, @Nullable Kind kind, @Nullable Instant from,
		@Nullable Instant to) {

	AssociationRecordFilter {
		if (from != null && to != null && !from.isBefore(to)) {
			throw Problem.invalid("?to", "OUT_OF_RANGE", "to is later than from.");
		}
	}

	boolean wantsLinks() {
		return this.kind == null || this.kind == Kind.ASSOCIATE;
	}

	boolean wantsRequests() {
		return this.kind != Kind.ASSOCIATE;
	}

	/** The conditions on links {@code e} that began. */
	String onLinks() {
		return conditions("e.created_at");
	}

	/** The conditions on requests {@code e}. */
	String onRequests() {
		return ((this.kind != null) ? "and e.kind = '" + request(this.kind) + "'\n" : "")
				+ conditions("e.requested_at");
	}

	Map<String, Object> parameters() {
		Map<String, Object> parameters = new HashMap<>();
		if (this.customerId != null) {
			parameters.put("customer", this.customerId);
		}
		if (this.from != null) {
			parameters.put("from", Timestamp.from(this.from));
		}
		if (this.to != null) {
			parameters.put("to", Timestamp.from(this.to));
		}
		return parameters;
	}

	/** What the request for it is called in its row. */
	private static String request(Kind kind) {
		return switch (kind) {
			case SWITCH -> "MODEL_SWITCH";
			case DISASSOCIATE -> "DISASSOCIATION";
			case ASSOCIATE, TRANSFER -> kind.name();
		};
	}

	private String conditions(String time) {
		return ((this.customerId != null) ? "and e.customer_id = :customer\n" : "")
				+ ((this.from != null) ? "and " + time + " >= :from\n" : "")
				+ ((this.to != null) ? "and " + time + " < :to\n" : "");
	}

}
