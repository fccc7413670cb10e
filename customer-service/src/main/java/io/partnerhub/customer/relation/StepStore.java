package io.partnerhub.customer.relation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import io.partnerhub.platform.money.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of the steps that settle an ended link. */
@Repository
class StepStore {

	private final JdbcClient jdbc;

	StepStore(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	void insert(UUID requestId, List<Step.Kind> kinds, Instant now) {
		this.jdbc.sql("""
				insert into disassociation_step (disassociation_id, step, waiting_since)
				select :id, unnest(:steps), :now
				""")
			.param("id", requestId)
			.param("steps", kinds.stream().map(Enum::name).toArray(String[]::new))
			.param("now", Timestamp.from(now))
			.update();
	}

	void complete(UUID requestId, Step.Kind kind, Settlement.Outcome outcome, Instant now) {
		this.jdbc.sql("""
				update disassociation_step
				set done_at = :now, settled_count = :count, amount_minor = :minor, currency = :currency,
				    kept_minor = :kept
				where disassociation_id = :id and step = :step and done_at is null
				""")
			.param("id", requestId)
			.param("step", kind.name())
			.param("now", Timestamp.from(now))
			.param("count", outcome.count())
			.param("minor", minor(outcome.amount()))
			.param("currency", (outcome.amount() != null) ? outcome.amount().currency().getCurrencyCode() : null)
			.param("kept", minor(outcome.keptCash()))
			.update();
	}

	List<Step> list(UUID requestId) {
		return this.jdbc.sql("""
				select step, waiting_since, done_at, settled_count, amount_minor, kept_minor from disassociation_step
				where disassociation_id = :id
				order by step
				""").param("id", requestId).query(StepStore::step).list();
	}

	/** Marks what waits since before that moment and was not told yet. */
	List<Stuck> markStuck(Instant before, Instant now, int limit) {
		return this.jdbc.sql("""
				with late as (
				    select disassociation_id, step from disassociation_step
				    where done_at is null and alerted_at is null and waiting_since < :before
				    order by waiting_since
				    limit :limit
				    for update skip locked)
				update disassociation_step s
				set alerted_at = :now
				from late
				join disassociation d on d.id = late.disassociation_id
				where s.disassociation_id = late.disassociation_id and s.step = late.step
				returning d.partner_id, d.id, d.kind, d.customer_id, s.step, s.waiting_since
				""")
			.param("now", Timestamp.from(now))
			.param("before", Timestamp.from(before))
			.param("limit", limit)
			.query((row, index) -> new Stuck(row.getObject("partner_id", UUID.class), row.getObject("id", UUID.class),
					RequestKind.valueOf(row.getString("kind")), row.getObject("customer_id", UUID.class),
					Step.Kind.valueOf(row.getString("step")), row.getTimestamp("waiting_since").toInstant()))
			.list();
	}

	long countStuck(Instant before) {
		return this.jdbc
			.sql("select count(*) from disassociation_step where done_at is null and waiting_since < :before")
			.param("before", Timestamp.from(before))
			.query(Long.class)
			.single();
	}

	private static Step step(ResultSet row, int index) throws SQLException {
		Timestamp doneAt = row.getTimestamp("done_at");
		return new Step(Step.Kind.valueOf(row.getString("step")),
				(doneAt != null) ? Step.State.DONE : Step.State.WAITING, row.getTimestamp("waiting_since").toInstant(),
				(doneAt != null) ? doneAt.toInstant() : null, null, row.getObject("settled_count", Long.class),
				money(row, "amount_minor"), money(row, "kept_minor"));
	}

	private static @Nullable Long minor(@Nullable Money money) {
		return (money != null) ? money.minor() : null;
	}

	private static @Nullable Money money(ResultSet row, String column) throws SQLException {
		Long minor = row.getObject(column, Long.class);
		return (minor != null) ? Money.ofMinor(minor) : null;
	}

	/** A step that waits for too long. */
	record Stuck(UUID partnerId, UUID requestId, RequestKind kind, UUID customerId, Step.Kind step,
			Instant waitingSince) {
	}

}
