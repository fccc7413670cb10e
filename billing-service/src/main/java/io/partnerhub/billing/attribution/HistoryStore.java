package io.partnerhub.billing.attribution;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.partnerhub.billing.attribution.History.Assignment;
import io.partnerhub.billing.attribution.History.Link;
import io.partnerhub.billing.attribution.History.Period;
import io.partnerhub.billing.ledger.Realm;
import io.partnerhub.contracts.AssociationType;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the histories of many customers at once. */
@Component
class HistoryStore {

	private final JdbcClient jdbc;

	HistoryStore(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	Map<UUID, History> find(Collection<UUID> customers) {
		UUID[] ids = customers.toArray(UUID[]::new);
		Map<UUID, List<Assignment>> assignments = assignments(ids);
		Map<UUID, History> histories = new HashMap<>();
		links(ids).forEach((customer, links) -> histories.put(customer,
				new History(links, assignments.getOrDefault(customer, List.of()))));
		return histories;
	}

	private Map<UUID, List<Link>> links(UUID[] customers) {
		return byCustomer("""
				select customer_id, partner_id, owner_partner_id, association_type, valid_from, valid_to
				from customer_link
				where customer_id = any(:customers)
				""", customers,
				(row, index) -> new Link(
						new Realm(row.getObject("partner_id", UUID.class),
								row.getObject("owner_partner_id", UUID.class)),
						AssociationType.valueOf(row.getString("association_type")), period(row)));
	}

	private Map<UUID, List<Assignment>> assignments(UUID[] customers) {
		return byCustomer("""
				select customer_id, owner_partner_id, account_manager_id, valid_from, valid_to, performance_from
				from customer_assignment
				where customer_id = any(:customers)
				""", customers,
				(row, index) -> new Assignment(row.getObject("owner_partner_id", UUID.class),
						row.getObject("account_manager_id", UUID.class), period(row),
						row.getTimestamp("performance_from").toInstant()));
	}

	private <T> Map<UUID, List<T>> byCustomer(String sql, UUID[] customers, RowMapper<T> mapper) {
		Map<UUID, List<T>> found = new HashMap<>();
		this.jdbc.sql(sql).param("customers", customers).query((row) -> {
			UUID customer = row.getObject("customer_id", UUID.class);
			found.computeIfAbsent(customer, (key) -> new ArrayList<>()).add(mapper.mapRow(row, 0));
		});
		return found;
	}

	private static Period period(ResultSet row) throws SQLException {
		Timestamp to = row.getTimestamp("valid_to");
		return new Period(row.getTimestamp("valid_from").toInstant(), (to != null) ? to.toInstant() : null);
	}

}
