package io.partnerhub.customer.association;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.partnerhub.contracts.AssociationType;
import io.partnerhub.contracts.CustomerEvent.Side;
import io.partnerhub.customer.association.AssociationRecord.Kind;
import io.partnerhub.customer.member.Sight;
import io.partnerhub.platform.page.PageQuery;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Rows of what happened to relations, never changed again, and the requests beside them;
 * each of both is read newest first as far as the page needs.
 */
@Repository
class AssociationRecordStore {

	private static final String LINKS = """
			select e.id, e.kind, e.initiator, e.customer_id, e.owner_partner_id, e.epoch, e.from_type, e.to_type,
			       e.reason, e.state, e.created_at, e.created_by, e.decided_at, e.decided_by, a.unknown_checks
			from association_event e join association a on a.customer_id = e.customer_id and a.epoch = e.epoch
			where
			""";

	private static final String REQUESTS = """
			select e.id,
			       case e.kind when 'MODEL_SWITCH' then 'SWITCH' when 'TRANSFER' then 'TRANSFER' else 'DISASSOCIATE' end,
			       e.initiator, e.customer_id, e.owner_partner_id, e.epoch, e.from_type, e.to_type, e.reason, e.state,
			       e.requested_at, e.requested_by, e.decided_at, e.decided_by, e.unknown_checks
			from disassociation e join association a on a.customer_id = e.customer_id and a.epoch = e.epoch
			where
			""";

	/** Rows stay for good, so the last one seen still tells where its page ended. */
	private static final String LAST = """
			coalesce((select l.created_at from association_event l where l.id = :after),
			         (select l.requested_at from disassociation l where l.id = :after))
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

	List<AssociationRecord> list(Sight sight, AssociationRecordFilter filter, PageQuery page) {
		return list(sight.on("e", "a"), sight.parameters(), filter, page);
	}

	List<AssociationRecord> list(UUID customerId, AssociationRecordFilter filter, PageQuery page) {
		return list("e.customer_id = :self\n", Map.of("self", customerId), filter, page);
	}

	private List<AssociationRecord> list(String whose, Map<String, Object> who, AssociationRecordFilter filter,
			PageQuery page) {
		List<String> kinds = new ArrayList<>();
		if (filter.wantsLinks()) {
			kinds.add(LINKS + whose + filter.onLinks() + newest("e.created_at", page));
		}
		if (filter.wantsRequests()) {
			kinds.add(REQUESTS + whose + filter.onRequests() + newest("e.requested_at", page));
		}
		return this.jdbc
			.sql("select r.*, c.account_name, p.name as partner from ((" + String.join(") union all (", kinds) + """
					)) r (id, kind, initiator, customer_id, owner_partner_id, epoch, from_type, to_type, reason, state,
					      created_at, created_by, decided_at, decided_by, unknown_checks)
					join customer c on c.id = r.customer_id
					join known_partner p on p.owner_partner_id = r.owner_partner_id
					order by r.created_at desc, r.id desc
					limit :fetch
					""")
			.params(who)
			.params(filter.parameters())
			.param("after", page.after())
			.param("fetch", page.fetch())
			.query(AssociationRecordStore::record)
			.list();
	}

	/** The limit stands in the text, so that every plan knows how few rows are wanted. */
	private static String newest(String time, PageQuery page) {
		String after = (page.after() != null) ? "and (" + time + ", e.id) < (" + LAST + ", :after)\n" : "";
		return after + "order by " + time + " desc, e.id desc limit " + page.fetch();
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

	private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
		Timestamp time = row.getTimestamp(column);
		return (time != null) ? time.toInstant() : null;
	}

}
