package io.partnerhub.customer.listing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import io.partnerhub.contracts.AssociationType;
import io.partnerhub.contracts.DataScope;
import io.partnerhub.customer.listing.Listing.AvailableQuota;
import io.partnerhub.customer.member.Sight;
import io.partnerhub.platform.money.Money;
import io.partnerhub.platform.page.Offset;
import io.partnerhub.platform.page.PageQuery;
import io.partnerhub.platform.page.Plans;
import io.partnerhub.platform.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Finds customers. Every statement holds only the conditions asked for and is planned for
 * their values, so that a common name and a rare one each take their own way.
 */
@Repository
class SearchStore {

	/**
	 * So many of the newest rows are looked through before an index is asked for all that
	 * match: what is common is met soon, and what is rare is quickly sorted.
	 */
	private static final int WINDOW = 1_000;

	/** The same for texts anywhere, where a row found by the index costs more. */
	private static final int WINDOW_OF_INFIX = 4_000;

	/** The same for beginnings of names, which the index of the newest holds itself. */
	private static final int WINDOW_OF_NAMES = 6_000;

	/** Up to so many rows found are sorted; of more, the wanted ones are met soon. */
	private static final int FEW = 2_000;

	private static final String NEWEST_FIRST = "order by l.associated_at desc, l.customer_id desc\n";

	private static final String SHOWN = """
			select l.customer_id, l.association_id, l.associated_at, l.epoch, l.association_type, l.account_manager_id,
			       m.login_name, l.account_name, l.customer_name, l.email, l.mobile, l.label, l.customer_type,
			       l.verified_status, l.customer_level, l.frozen, l.available_quota, l.arrears_minor,
			       l.month_expenditure_minor, l.expenditure_month, l.resources_expire_at, l.xaccount_id,
			       l.xaccount_type, l.version
			""";

	private static final String WITH_MANAGER = " left join known_member m on m.member_id = l.account_manager_id\n";

	private final JdbcClient jdbc;

	SearchStore(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	Optional<Listing> find(Sight sight, UUID customerId) {
		return this.jdbc
			.sql(SHOWN + "from customer_listing l" + WITH_MANAGER + "where l.customer_id = :id and " + sight.on("l"))
			.params(sight.parameters())
			.param("id", customerId)
			.query(SearchStore::listing)
			.optional();
	}

	List<Listing> page(Sight sight, ListingFilter filter, PageQuery page) {
		Plans.forTheValues(this.jdbc);
		Map<String, Object> parameters = parameters(sight, filter);
		parameters.put("fetch", page.fetch());
		String after = after(sight, page.after(), parameters);
		if (sight.scope() == DataScope.TEAM && !filter.narrow()) {
			return read(ofTeam(filter.conditions() + after), parameters);
		}
		String from = " from customer_listing l where " + sight.on("l") + after;
		String near = "select l.*" + from + filter.ordered() + NEWEST_FIRST + "limit ";
		if (filter.inOrder()) {
			return read(near + ":fetch", parameters);
		}
		boolean named = filter.namesOnly() && sight.scope() == DataScope.ALL;
		List<Listing> met = read(named ? whole(namedAmongTheNewest(from, filter))
				: "select l.* from (" + near + (filter.infix() ? WINDOW_OF_INFIX : WINDOW) + ") l where true "
						+ filter.others() + NEWEST_FIRST + "limit :fetch",
				parameters);
		return (met.size() == page.fetch()) ? met
				: read(whole(sorted(from + filter.conditions()) + "limit :fetch"), parameters);
	}

	long count(Sight sight, ListingFilter filter) {
		Plans.forTheValues(this.jdbc);
		return this.jdbc.sql("select count(*) from customer_listing l where " + sight.on("l") + filter.conditions())
			.params(parameters(sight, filter))
			.query((row, index) -> row.getLong(1))
			.single();
	}

	List<Listing> slice(Sight sight, ListingFilter filter, Offset page, long count) {
		Map<String, Object> parameters = parameters(sight, filter);
		parameters.put("offset", page.offset());
		parameters.put("fetch", page.limit());
		String matching = " from customer_listing l where " + sight.on("l") + filter.conditions();
		String order = (count <= FEW) ? sorted(matching)
				: "select l.customer_id, l.associated_at" + matching + NEWEST_FIRST;
		return read(whole(order + "offset :offset limit :fetch"), parameters);
	}

	private static Map<String, Object> parameters(Sight sight, ListingFilter filter) {
		Map<String, Object> parameters = new HashMap<>(sight.parameters());
		parameters.putAll(filter.parameters());
		return parameters;
	}

	/** A page goes on where the last one ended, even if that customer has left since. */
	private String after(Sight sight, @Nullable UUID last, Map<String, Object> parameters) {
		if (last == null) {
			return "";
		}
		parameters.put("last", last);
		parameters.put("last_at",
				this.jdbc.sql("""
						select associated_at from association
						where customer_id = :last and owner_partner_id = :owner
						order by epoch desc limit 1
						""")
					.param("last", last)
					.param("owner", sight.owner())
					.query((row, index) -> row.getTimestamp("associated_at"))
					.optional()
					.orElseThrow(() -> Problem.invalid("?cursor", "INVALID", "The cursor is not one of ours.")));
		return "and (l.associated_at, l.customer_id) < (:last_at, :last)\n";
	}

	/** The newest of each account manager in the team, then the newest of all of them. */
	private static String ofTeam(String conditions) {
		return """
				select l.* from known_member t
				cross join lateral (
				    select l.* from customer_listing l
				    where l.owner_partner_id = :owner and l.account_manager_id = t.member_id
				""" + conditions + NEWEST_FIRST + """
				    limit :fetch) l
				where t.owner_partner_id = :owner and t.supervisor_id = :member
				""" + NEWEST_FIRST + "limit :fetch";
	}

	/** Needs no rows but those found. */
	private static String namedAmongTheNewest(String from, ListingFilter filter) {
		return "select l.customer_id from (select l.customer_id, l.associated_at, l.account_key, l.name_key" + from
				+ NEWEST_FIRST + "limit " + WINDOW_OF_NAMES + ") l where true " + filter.others() + NEWEST_FIRST
				+ "limit :fetch";
	}

	/** First all that match, by whichever index finds them, then the newest of them. */
	private static String sorted(String matching) {
		return "with l as materialized (select l.customer_id, l.associated_at" + matching + ") select l.* from l "
				+ NEWEST_FIRST;
	}

	/** The rows of some ids. */
	private static String whole(String ids) {
		return "select l.* from (" + ids + ") p join customer_listing l on l.customer_id = p.customer_id";
	}

	private List<Listing> read(String rows, Map<String, Object> parameters) {
		return this.jdbc.sql(SHOWN + "from (" + rows + ") l" + WITH_MANAGER + NEWEST_FIRST)
			.params(parameters)
			.query(SearchStore::listing)
			.list();
	}

	private static Listing listing(ResultSet row, int index) throws SQLException {
		Timestamp expiry = row.getTimestamp("resources_expire_at");
		return new Listing(row.getObject("customer_id", UUID.class), row.getObject("association_id", UUID.class),
				instant(row, "associated_at"), row.getInt("epoch"),
				AssociationType.valueOf(row.getString("association_type")),
				row.getObject("account_manager_id", UUID.class), row.getString("login_name"),
				row.getString("account_name"), row.getString("customer_name"), row.getString("email"),
				row.getString("mobile"), row.getString("label"), row.getInt("customer_type"),
				row.getInt("verified_status"), row.getString("customer_level"), row.getInt("frozen"),
				AvailableQuota.valueOf(row.getString("available_quota")), money(row, "arrears_minor"),
				money(row, "month_expenditure_minor"), row.getObject("expenditure_month", LocalDate.class),
				(expiry != null) ? expiry.toInstant() : null, row.getString("xaccount_id"),
				row.getString("xaccount_type"), row.getLong("version"));
	}

	private static Instant instant(ResultSet row, String column) throws SQLException {
		return row.getTimestamp(column).toInstant();
	}

	private static @Nullable Money money(ResultSet row, String column) throws SQLException {
		Long minor = row.getObject(column, Long.class);
		return (minor != null) ? Money.ofMinor(minor) : null;
	}

}
