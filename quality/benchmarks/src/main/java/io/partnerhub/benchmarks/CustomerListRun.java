package io.partnerhub.benchmarks;

import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Base64;
import java.util.List;
import java.util.UUID;

/**
 * One database with its service: sends a request to the service and reads the same page
 * by hand, turn by turn.
 */
final class CustomerListRun implements AutoCloseable {

	private static final int PAGE = 20;

	private final Service service;

	private final Connection connection;

	CustomerListRun(Service service, Connection connection) {
		this.service = service;
		this.connection = connection;
	}

	/** Values for the requests, from rows spread over the whole list. */
	List<String> values(CustomerListCase kind, int count) throws SQLException {
		try (Statement statement = this.connection.createStatement()) {
			return CustomerFill.column(statement,
					"select " + kind.value() + " from (select * from customer_listing l where l.owner_partner_id = '"
							+ CustomerListCases.OWNER
							+ "' and l.label like 'tag-%' and l.account_manager_id is not null "
							+ "order by md5(l.customer_id::text) limit " + count + ") l");
		}
	}

	/** One round: times of the service and of the statement by hand. */
	Round round(CustomerListCase kind, List<String> values) throws Exception {
		long[] product = new long[values.size()];
		long[] limit = new long[values.size()];
		int marks = kind.marks();
		try (PreparedStatement byHand = this.connection.prepareStatement(sql(kind))) {
			for (int index = 0; index < product.length; index++) {
				String value = values.get(index);
				long start = System.nanoTime();
				ask(kind, value);
				product[index] = System.nanoTime() - start;
				start = System.nanoTime();
				read(byHand, marks, value);
				limit[index] = System.nanoTime() - start;
			}
		}
		return new Round(new Samples(product), new Samples(limit));
	}

	/** How long the open API's count takes by itself. */
	Samples counts(CustomerListCase kind, List<String> values) throws SQLException {
		long[] times = new long[values.size()];
		int marks = kind.marks();
		String sql = "select count(*) from customer_listing l where l.owner_partner_id = '" + CustomerListCases.OWNER
				+ "' and " + kind.condition();
		try (PreparedStatement count = this.connection.prepareStatement(sql)) {
			for (int index = 0; index < times.length; index++) {
				long start = System.nanoTime();
				read(count, marks, values.get(index));
				times[index] = System.nanoTime() - start;
			}
		}
		return new Samples(times);
	}

	@Override
	public void close() throws SQLException {
		this.connection.close();
		this.service.close();
	}

	private void ask(CustomerListCase kind, String value) throws Exception {
		String text = kind.path().contains("cursor") ? cursor(value) : URLEncoder.encode(value, StandardCharsets.UTF_8);
		String body = (kind.body() != null) ? kind.body().replace("\"{}\"", "\"" + value + "\"") : null;
		this.service.ask(kind.caller(), kind.path().replace("{}", text).replaceFirst("\\?$", ""), body);
	}

	private static String sql(CustomerListCase kind) {
		return "select l.customer_id, l.account_name, l.customer_name, l.email, l.mobile, l.label, l.customer_type, "
				+ "l.verified_status, l.customer_level, l.frozen, l.association_type, l.epoch, l.associated_at, "
				+ "l.account_manager_id, m.login_name, l.available_quota, l.arrears_minor, l.month_expenditure_minor, "
				+ "l.resources_expire_at, l.version from customer_listing l "
				+ "left join known_member m on m.member_id = l.account_manager_id where l.owner_partner_id = '"
				+ CustomerListCases.OWNER + "' and " + kind.condition()
				+ " order by l.associated_at desc, l.customer_id desc limit " + PAGE;
	}

	/** Reads every value, and says how many. */
	private static int read(PreparedStatement statement, int values, String value) throws SQLException {
		for (int parameter = 1; parameter <= values; parameter++) {
			statement.setString(parameter, value);
		}
		int seen = 0;
		try (ResultSet rows = statement.executeQuery()) {
			while (rows.next()) {
				for (int column = 1; column <= rows.getMetaData().getColumnCount(); column++) {
					seen += (rows.getString(column) != null) ? 1 : 0;
				}
			}
		}
		return seen;
	}

	/** A cursor as the service would have given it. */
	private static String cursor(String id) {
		UUID last = UUID.fromString(id);
		byte[] bytes = ByteBuffer.allocate(16)
			.putLong(last.getMostSignificantBits())
			.putLong(last.getLeastSignificantBits())
			.array();
		return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
	}

	/** What one round took. */
	record Round(Samples product, Samples limit) {
	}

}
