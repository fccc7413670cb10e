package io.partnerhub.customer.association;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import io.partnerhub.contracts.AssociationType;
import io.partnerhub.contracts.CustomerEvent.Side;
import io.partnerhub.customer.association.AssociationRecord.Kind;
import io.partnerhub.customer.association.AssociationRecords.Filter;
import io.partnerhub.customer.member.Sight;
import io.partnerhub.platform.page.PageQuery;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Rows of what happened to relations, never changed again, and the requests beside them;
 * each of both is read in the order of its ids as far as the page needs.
 */
@Repository
class AssociationRecordStore {

	private static final String EVENTS = """
			select e.id, e.kind, e.initiator, e.customer_id, e.owner_partner_id, e.epoch, e.from_type, e.to_type,
			       e.reason, e.state, e.created_at, e.created_by, e.decided_at, e.decided_by, a.unknown_checks
			from association_event e join association a on a.customer_id = e.customer_id and a.epoch = e.epoch
			where
			""";

	private static final String REQUESTS = """
			select e.id, e.kind, e.initiator, e.customer_id, e.owner_partner_id, e.epoch, a.association_type, e.to_type,
			       e.reason, e.state, e.created_at, e.created_by, e.decided_at, e.decided_by, e.unknown_checks
			from (select d.id,
			             case d.kind when 'MODEL_SWITCH' then 'SWITCH' when 'TRANSFER' then 'TRANSFER'
			                         else 'DISASSOCIATE' end as kind,
			             d.initiator, d.customer_id, d.owner_partner_id, d.epoch, d.to_type, d.reason, d.state,
			             d.requested_at as created_at, d.requested_by as created_by, d.decided_at, d.decided_by,
			             d.unknown_checks
			      from disassociation d) e
			join association a on a.customer_id = e.customer_id and a.epoch = e.epoch
			where
			""";

	private static final String WANTED = """
			and (:customer::uuid is null or e.customer_id = :customer)
			and (:kind::text is null or e.kind = :kind)
			and (:from::timestamptz is null or e.created_at >= :from)
			and (:to::timestamptz is null or e.created_at < :to)
			and (:after::uuid is null or e.id < :after)
			order by e.id desc
			limit :fetch
			""";

	private final JdbcClient jdbc;

	AssociationRecordStore(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** The record of a link has its id; it is there once. */
	void insertBegun(Association link, String decidedBy) {
		this.jdbc.sql("""
				insert into association_event (id, partner_id, owner_partner_id, customer_id, epoch, kind, initiator,
				                               to_type, state, created_at, decided_at, decided_by)
				values (:id, :partner, :owner, :customer, :epoch, 'ASSOCIATE', 'PARTNER', :type, 'DONE', :at, :at, :by)
				""")
			.param("id", link.id())
			.param("partner", link.partnerId())
			.param("owner", link.ownerPartnerId())
			.param("customer", link.customerId())
			.param("epoch", link.epoch())
			.param("type", link.type().name())
			.param("at", Timestamp.from(link.associatedAt()))
			.param("by", decidedBy)
			.update();
	}

	List<AssociationRecord> list(Sight sight, Filter filter, PageQuery page) {
		return list(this.jdbc.sql(sql(sight.on("a") + "and e.owner_partner_id = :owner\n")).params(sight.parameters()),
				filter, page);
	}

	List<AssociationRecord> list(UUID customerId, Filter filter, PageQuery page) {
		return list(this.jdbc.sql(sql("e.customer_id = :self\n")).param("self", customerId), filter, page);
	}

	private static String sql(String whose) {
		return "select r.*, c.account_name, p.name as partner from ((" + EVENTS + whose + WANTED + ") union all ("
				+ REQUESTS + whose + WANTED + """
						)) r
						join customer c on c.id = r.customer_id
						join known_partner p on p.owner_partner_id = r.owner_partner_id
						order by r.id desc
						limit :fetch
						""";
	}

	private static List<AssociationRecord> list(JdbcClient.StatementSpec statement, Filter filter, PageQuery page) {
		return statement.param("customer", filter.customerId())
			.param("kind", (filter.kind() != null) ? filter.kind().name() : null)
			.param("from", timestamp(filter.from()))
			.param("to", timestamp(filter.to()))
			.param("after", page.after())
			.param("fetch", page.fetch())
			.query(AssociationRecordStore::record)
			.list();
	}

	private static AssociationRecord record(ResultSet row, int index) throws SQLException {
		return new AssociationRecord(row.getObject("id", UUID.class), Kind.valueOf(row.getString("kind")),
				Side.valueOf(row.getString("initiator")), row.getObject("customer_id", UUID.class),
				row.getString("account_name"), row.getObject("owner_partner_id", UUID.class), row.getString("partner"),
				row.getInt("epoch"), type(row, "from_type"), type(row, "to_type"), row.getString("reason"),
				row.getString("state"), row.getTimestamp("created_at").toInstant(), row.getString("created_by"),
				instant(row, "decided_at"), row.getString("decided_by"),
				List.of((String[]) row.getArray("unknown_checks").getArray()));
	}

	private static @Nullable AssociationType type(ResultSet row, String column) throws SQLException {
		String type = row.getString(column);
		return (type != null) ? AssociationType.valueOf(type) : null;
	}

	private static @Nullable Timestamp timestamp(@Nullable Instant time) {
		return (time != null) ? Timestamp.from(time) : null;
	}

	private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
		Timestamp time = row.getTimestamp(column);
		return (time != null) ? time.toInstant() : null;
	}

}
