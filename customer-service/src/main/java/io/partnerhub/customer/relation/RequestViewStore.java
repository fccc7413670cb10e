package io.partnerhub.customer.relation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.partnerhub.customer.relation.Request.State;
import io.partnerhub.platform.page.PageQuery;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Requests with the names of both sides, as each side may see them. */
@Repository
class RequestViewStore {

	private static final String SELECT = "select " + RequestStore.COLUMNS + """
			     , d.unknown_checks, a.account_manager_id, a.associated_at, a.ended_at,
			       coalesce(c.customer_name, c.account_name) as customer, p.name as partner, t.name as target
			from disassociation d
			join association a on a.customer_id = d.customer_id and a.epoch = d.epoch
			join customer c on c.id = d.customer_id
			join known_partner p on p.owner_partner_id = d.owner_partner_id
			left join known_partner t on t.owner_partner_id = d.to_partner_id
			""";

	private static final String IDS = """
			select d.id, d.requested_at
			from disassociation d join association a on a.customer_id = d.customer_id and a.epoch = d.epoch
			where
			""";

	/** Rows stay for good, so the last one seen still tells where its page ended. */
	private static final String AFTER = """
			and (d.requested_at, d.id) < ((select l.requested_at from disassociation l where l.id = :after), :after)
			""";

	private final JdbcClient jdbc;

	RequestViewStore(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	Optional<Named> find(RequestKind kind, UUID id, Whose whose) {
		return this.jdbc.sql(SELECT + "where d.kind = :kind and d.id = :id and " + whose.condition())
			.params(whose.parameters())
			.param("kind", kind.name())
			.param("id", id)
			.query(RequestViewStore::named)
			.optional();
	}

	/** For whoever settles it, with the link it ended. */
	Named get(UUID id) {
		return this.jdbc.sql(SELECT + "where d.id = :id").param("id", id).query(RequestViewStore::named).single();
	}

	/**
	 * Newest first. Only what is asked for becomes a condition, and kind and limit stand
	 * in the text, so that every plan reads its page from an index.
	 */
	List<Named> list(RequestKind kind, @Nullable State state, Whose whose, PageQuery page, Instant now) {
		String wanted = IDS + "d.kind = '" + kind + "' and " + whose.condition()
				+ ((page.after() != null) ? AFTER : "");
		String newest = "order by d.requested_at desc, d.id desc limit " + page.fetch();
		String ids = in(state).map((condition) -> "(" + wanted + condition + newest + ")")
			.collect(Collectors.joining(" union all "));
		return this.jdbc
			.sql(SELECT + "join (select n.id from (" + ids + ") n order by n.requested_at desc, n.id desc "
					+ "limit :fetch) n on n.id = d.id order by d.requested_at desc, d.id desc")
			.params(whose.parameters())
			.param("now", Timestamp.from(now))
			.param("after", page.after())
			.param("fetch", page.fetch())
			.query(RequestViewStore::named)
			.list();
	}

	/** One that was left unanswered counts as cancelled from that moment on (DIS-07). */
	private static Stream<String> in(@Nullable State state) {
		return switch (state) {
			case null -> Stream.of("");
			case PENDING -> Stream.of("and d.state = 'PENDING' and d.answer_by > :now\n");
			case CANCELLED ->
				Stream.of("and d.state = 'CANCELLED'\n", "and d.state = 'PENDING' and d.answer_by <= :now\n");
			case EXECUTING, DONE, REJECTED -> Stream.of("and d.state = '" + state + "'\n");
		};
	}

	private static Named named(ResultSet row, int index) throws SQLException {
		Timestamp endedAt = row.getTimestamp("ended_at");
		return new Named(RequestStore.request(row, index), row.getString("customer"), row.getString("partner"),
				row.getString("target"), List.of((String[]) row.getArray("unknown_checks").getArray()),
				row.getObject("account_manager_id", UUID.class), row.getTimestamp("associated_at").toInstant(),
				(endedAt != null) ? endedAt.toInstant() : null);
	}

	/** A request, who is who in it, and the period of the link it is about. */
	record Named(Request request, String customerName, String partnerName, @Nullable String targetName,
			List<String> unknownChecks, @Nullable UUID accountManagerId, Instant linkedFrom,
			@Nullable Instant linkedTo) {

		UUID id() {
			return this.request.id();
		}

	}

}
