package io.partnerhub.coupon.record;

import java.sql.Timestamp;
import java.util.HashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Only the conditions that are asked for, so that each reads its records by the index
 * that is made for it.
 */
final class LogConditions {

	/** From so many characters on a text is also found inside of a name. */
	private static final int INFIX = 3;

	private final StringBuilder records = new StringBuilder();

	/** On whatever row has the names; its alias is filled in. */
	private final StringBuilder names = new StringBuilder();

	/** What leads to customers by their index. */
	private final StringBuilder index = new StringBuilder();

	private final Map<String, Object> parameters = new HashMap<>();

	LogConditions(LogSight sight, RecordQuery query) {
		this.parameters.put("owner", sight.owner());
		add(this.records, "r.coupon_type = :couponType", "couponType", query.type().name());
		add(this.records, "r.at >= :from", "from", (query.from() != null) ? Timestamp.from(query.from()) : null);
		add(this.records, "r.at < :to", "to", (query.to() != null) ? Timestamp.from(query.to()) : null);
		add(this.records, "r.customer_id = :customer", "customer", query.customerId());
		add(this.records, "r.quota_id = :quota", "quota", query.quotaId());
		add(this.records, "r.coupon_id = :coupon", "coupon", query.couponId());
		add(this.records, "r.operation_type = :operationType", "operationType", query.operationType());
		add(this.records, "r.operator = :operator", "operator", query.operator());
		if (query.succeeded() != null) {
			this.records.append(query.succeeded() ? "and r.succeeded\n" : "and not r.succeeded\n");
		}
		if (sight.team() != null) {
			add(this.records, """
					exists (
					    select
					    from known_customer t join known_member m on m.member_id = t.account_manager_id
					    where t.customer_id = r.customer_id and m.supervisor_id = :team)""", "team", sight.team());
		}
		name("name", "name", query.customerName());
		name("account_name", "account", query.accountName());
	}

	/** On records {@code r}. */
	String records() {
		return this.records.toString();
	}

	/** On customers {@code k}, found by their index. */
	String customers() {
		return this.index + names("k");
	}

	/** On customers or accounts of that alias, of which the caller looks at few. */
	String names(String alias) {
		return this.names.toString().formatted(alias);
	}

	Map<String, Object> parameters() {
		return this.parameters;
	}

	private void name(String column, String parameter, @Nullable String text) {
		if (text == null) {
			return;
		}
		boolean infix = text.codePointCount(0, text.length()) >= INFIX;
		if (infix) {
			this.index.append("and trigrams(lower(k.%s)) @> trigrams(lower(:%s))%n".formatted(column, parameter));
		}
		this.parameters.put(parameter, infix ? text : text.replaceAll("([\\\\%_])", "\\\\$1") + "%");
		this.names.append(infix ? "and strpos(lower(%1$s." + column + "), lower(:" + parameter + ")) > 0\n"
				: "and lower(%1$s." + column + ") like lower(:" + parameter + ")\n");
	}

	private void add(StringBuilder conditions, String condition, String parameter, @Nullable Object value) {
		if (value != null) {
			conditions.append("and ").append(condition).append('\n');
			this.parameters.put(parameter, value);
		}
	}

}
