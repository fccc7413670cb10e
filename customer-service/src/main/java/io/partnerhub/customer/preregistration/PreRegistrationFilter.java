package io.partnerhub.customer.preregistration;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

import io.partnerhub.customer.contact.ContactRules;
import io.partnerhub.customer.preregistration.PreRegistration.State;
import org.jspecify.annotations.Nullable;

/**
 * Filters of the list: the name by its beginning and from 3 characters on anywhere
 * days half-open, everything else exactly. Only what is asked for becomes a
 * condition, so that each finds its index. Masked columns can be filtered by: see the
 * filters of the customer list for why.
 */
record PreRegistrationFilter(@Nullable State state, @Nullable String customerName, @Nullable String email,
		@Nullable String mobile, @Nullable UUID accountManagerId, @Nullable Instant createdFrom,
		@Nullable Instant createdTo) {

	/** The conditions on the rows {@code r}. */
	String conditions() {
		return ((this.state != null) ? in(this.state) : "")
				+ ((this.customerName != null) ? "and lower(r.customer_name) like lower(:name)\n" : "")
				+ ((this.email != null) ? "and r.email = :email\n" : "")
				+ ((this.mobile != null) ? "and r.mobile = :mobile\n" : "")
				+ ((this.accountManagerId != null) ? "and r.account_manager_id = :manager\n" : "")
				+ ((this.createdFrom != null) ? "and r.created_at >= :from\n" : "")
				+ ((this.createdTo != null) ? "and r.created_at < :to\n" : "");
	}

	Map<String, Object> parameters() {
		Map<String, Object> parameters = new HashMap<>();
		put(parameters, "name", (this.customerName != null) ? pattern(this.customerName) : null);
		put(parameters, "email", (this.email != null) ? ContactRules.email(this.email) : null);
		put(parameters, "mobile", ContactRules.mobile(this.mobile));
		put(parameters, "manager", this.accountManagerId);
		put(parameters, "from", (this.createdFrom != null) ? Timestamp.from(this.createdFrom) : null);
		put(parameters, "to", (this.createdTo != null) ? Timestamp.from(this.createdTo) : null);
		return parameters;
	}

	/** One whose time is over counts as expired before anybody wrote it down. */
	static String in(State state) {
		return switch (state) {
			case REGISTERED -> "and r.state = 'REGISTERED' and r.valid_until > :now\n";
			case EXPIRED -> "and (r.state = 'EXPIRED' or r.state = 'REGISTERED' and r.valid_until <= :now)\n";
			default -> "and r.state = '" + state.name() + "'\n";
		};
	}

	/** What is wild in a pattern stands for itself. */
	private static String pattern(String name) {
		String text = name.replaceAll("([\\\\%_])", "\\\\$1");
		return (name.codePointCount(0, name.length()) < 3) ? text + "%" : "%" + text + "%";
	}

	private static void put(Map<String, Object> parameters, String name, @Nullable Object value) {
		if (value != null) {
			parameters.put(name, value);
		}
	}

}
