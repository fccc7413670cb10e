package io.partnerhub.benchmarks;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Fills a migrated database with the customers of one partner and, a tenth as many, of
 * others.
 */
final class CustomerFill {

	private CustomerFill() {
	}

	static void fill(Connection database, int customers) throws IOException, SQLException {
		try (Statement statement = database.createStatement()) {
			for (String sql : script().split(";\n", -1)) {
				if (!sql.isBlank()) {
					statement.execute(sql.replace(":n", String.valueOf(customers)));
				}
			}
			List<String> indexes = column(statement, "select indexdef from pg_indexes where "
					+ "tablename = 'customer_listing' and indexname <> 'customer_listing_pkey'");
			for (String drop : column(statement, "select 'drop index ' || indexname from pg_indexes where "
					+ "tablename = 'customer_listing' and indexname <> 'customer_listing_pkey'")) {
				statement.execute(drop);
			}
			statement.execute("set enable_nestloop = off");
			statement.execute("insert into customer_listing select * from present_customer order by associated_at");
			statement.execute("reset enable_nestloop");
			for (String index : indexes) {
				statement.execute(index);
			}
			statement.execute("vacuum analyze");
		}
	}

	private static String script() throws IOException {
		try (InputStream script = CustomerFill.class.getResourceAsStream("/customer-list.sql")) {
			return new String(Objects.requireNonNull(script).readAllBytes(), StandardCharsets.UTF_8);
		}
	}

	static List<String> column(Statement statement, String sql) throws SQLException {
		List<String> values = new ArrayList<>();
		try (ResultSet rows = statement.executeQuery(sql)) {
			while (rows.next()) {
				values.add(rows.getString(1));
			}
		}
		return values;
	}

}
