package io.partnerhub.coupon.operation;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import io.partnerhub.contracts.DataScope;
import io.partnerhub.coupon.operation.LongOperation.Kind;
import io.partnerhub.platform.caller.Caller;
import io.partnerhub.platform.job.Claims;
import io.partnerhub.platform.money.Money;
import io.partnerhub.platform.page.PageQuery;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of operations and their progress. */
@Repository
class LongOperationStore {

	/** How many running operations one round looks at. */
	private static final int ROUND = 100;

	private static final String COLUMNS = """
			o.id, o.partner_id, o.owner_partner_id, o.kind, o.state, o.dry_run, o.request, o.operator, o.member_id, o.total,
			o.done, o.succeeded, o.amount_minor, o.position, o.parts, o.created_at, o.finished_at
			""";

	private static final String VISIBLE = "o.owner_partner_id = :owner and (:member::uuid is null or o.member_id = :member)\n";

	private static final RowMapper<LongOperation> OPERATION = (row, index) -> new LongOperation(
			row.getObject("id", UUID.class), row.getObject("partner_id", UUID.class),
			row.getObject("owner_partner_id", UUID.class), Kind.valueOf(row.getString("kind")),
			LongOperation.State.valueOf(row.getString("state")), row.getBoolean("dry_run"), row.getString("request"),
			row.getString("operator"), row.getObject("member_id", UUID.class), row.getObject("total", Integer.class),
			row.getInt("done"), row.getInt("succeeded"), Money.ofMinor(row.getLong("amount_minor")),
			row.getObject("position", UUID.class), row.getInt("parts"), row.getTimestamp("created_at").toInstant(),
			instant(row.getTimestamp("finished_at")));

	private final JdbcClient jdbc;

	private final Claims claims;

	LongOperationStore(JdbcClient jdbc) {
		this.jdbc = jdbc;
		this.claims = new Claims(jdbc, "operation");
	}

	/** The lock keeps the count true until the transaction ends. */
	int countOpen(UUID owner) {
		return this.claims.countRunning(owner);
	}

	void insert(LongOperation operation) {
		this.jdbc
			.sql("""
					insert into operation (id, partner_id, owner_partner_id, kind, state, dry_run, request, operator, member_id,
					                       created_at)
					values (:id, :partner, :owner, :kind, 'RUNNING', :dryRun, :request::jsonb, :operator, :member, :now)
					""")
			.param("id", operation.id())
			.param("partner", operation.partnerId())
			.param("owner", operation.ownerPartnerId())
			.param("kind", operation.kind().name())
			.param("dryRun", operation.dryRun())
			.param("request", operation.request())
			.param("operator", operation.operator())
			.param("member", operation.memberId())
			.param("now", Timestamp.from(operation.createdAt()))
			.update();
	}

	Optional<LongOperation> find(UUID id) {
		return one("select " + COLUMNS + "from operation o where o.id = :id", id);
	}

	Optional<LongOperation> lockRunning(UUID id) {
		return one("select " + COLUMNS
				+ "from operation o where o.id = :id and o.state = 'RUNNING' for update skip locked", id);
	}

	Optional<LongOperation> find(Caller caller, UUID id) {
		return this.jdbc.sql("select " + COLUMNS + "from operation o where o.id = :id and " + VISIBLE)
			.param("id", id)
			.param("owner", caller.owner())
			.param("member", onlyOf(caller))
			.query(OPERATION)
			.optional();
	}

	List<LongOperation> page(Caller caller, @Nullable Kind kind, PageQuery page) {
		return this.jdbc.sql("select " + COLUMNS + "from operation o where " + VISIBLE + """
				  and (:kind::text is null or o.kind = :kind) and (:after::uuid is null or o.id < :after)
				order by o.id desc
				limit :fetch
				""")
			.param("owner", caller.owner())
			.param("member", onlyOf(caller))
			.param("kind", (kind != null) ? kind.name() : null)
			.param("after", page.after())
			.param("fetch", page.fetch())
			.query(OPERATION)
			.list();
	}

	List<UUID> running() {
		return this.jdbc.sql("select id from operation where state = 'RUNNING' order by id limit " + ROUND)
			.query((row, index) -> row.getObject("id", UUID.class))
			.list();
	}

	/** False if the operation does not run any more; the chunk then must not count. */
	boolean advance(UUID id, Chunk chunk, Instant now) {
		return this.jdbc.sql("""
				with ended as (
				    select :last or done + :done >= coalesce(:total::integer, total) and kind = 'VOUCHER_ISSUE' as yes
				    from operation
				    where id = :id and state = 'RUNNING'
				    for update)
				update operation
				   set done = done + :done, succeeded = succeeded + :succeeded, amount_minor = amount_minor + :amount,
				       total = coalesce(:total::integer, total), position = coalesce(:position::uuid, position),
				       parts = parts + :parts, attempts = 0,
				       state = case when ended.yes then 'DONE' else state end,
				       finished_at = case when ended.yes then :now::timestamptz end
				  from ended
				 where id = :id
				""")
			.param("id", id)
			.param("done", chunk.done())
			.param("succeeded", chunk.succeeded())
			.param("amount", chunk.amount().minor())
			.param("total", chunk.total())
			.param("position", chunk.position())
			.param("parts", chunk.parts())
			.param("last", chunk.last())
			.param("now", Timestamp.from(now))
			.update() == 1;
	}

	boolean cancel(UUID id, Instant now) {
		return this.jdbc
			.sql("update operation set state = 'CANCELLED', finished_at = :now where id = :id and state = 'RUNNING'")
			.param("id", id)
			.param("now", Timestamp.from(now))
			.update() == 1;
	}

	void failed(UUID id, int limit, Instant now) {
		this.jdbc.sql("""
				update operation
				   set attempts = attempts + 1,
				       state = case when attempts + 1 >= :limit then 'FAILED' else state end,
				       finished_at = case when attempts + 1 >= :limit then :now::timestamptz end
				 where id = :id and state = 'RUNNING'
				""").param("id", id).param("limit", limit).param("now", Timestamp.from(now)).update();
	}

	List<LongOperation> lockFinished(Kind kind, Instant time, int limit) {
		return this.jdbc.sql("select " + COLUMNS + """
				from operation o
				where o.kind = :kind and o.finished_at <= :time and o.rows_kept
				order by o.finished_at
				limit :limit
				for update skip locked
				""")
			.param("kind", kind.name())
			.param("time", Timestamp.from(time))
			.param("limit", limit)
			.query(OPERATION)
			.list();
	}

	void forgotten(UUID id) {
		this.jdbc.sql("""
				update operation
				   set rows_kept = false,
				       state = case when kind = 'RECORD_EXPORT' and state = 'DONE' then 'EXPIRED' else state end
				 where id = :id
				""").param("id", id).update();
	}

	private Optional<LongOperation> one(String sql, UUID id) {
		return this.jdbc.sql(sql).param("id", id).query(OPERATION).optional();
	}

	private static @Nullable UUID onlyOf(Caller caller) {
		return (caller.scope() != DataScope.ALL) ? caller.memberId() : null;
	}

	private static @Nullable Instant instant(@Nullable Timestamp time) {
		return (time != null) ? time.toInstant() : null;
	}

}
