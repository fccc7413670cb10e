package io.partnerhub.billing.consumption;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import io.partnerhub.billing.consumption.ConsumptionImport.State;
import io.partnerhub.billing.consumption.RowProblem.Issue;
import io.partnerhub.platform.job.Claims;
import io.partnerhub.platform.job.Claims.Claim;
import io.partnerhub.platform.page.PageQuery;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Rows of imported files and of what is wrong with them. */
@Component
class ConsumptionImportStore {

	private static final String COLUMNS = """
			 id, sha256, bytes, object_id, state, failure, done, posted, repeated, refused, attempts, operator, created_at,
			 finished_at
			""";

	private static final String MINE = "where id = :id and state = 'RUNNING' and attempts = :attempts\n";

	private final JdbcClient jdbc;

	private final Claims claims;

	ConsumptionImportStore(JdbcClient jdbc) {
		this.jdbc = jdbc;
		this.claims = new Claims(jdbc, "consumption_import");
	}

	/**
	 * Keeps a file unless its content is known; false leaves the row of the known one
	 * locked.
	 */
	boolean insert(ConsumptionImport file) {
		boolean inserted = this.jdbc.sql("""
				insert into consumption_import (id, sha256, bytes, object_id, state, operator, created_at)
				values (:id, :sha256, :bytes, :object, 'RUNNING', :operator, :at)
				on conflict (sha256) do nothing
				""")
			.param("id", file.id())
			.param("sha256", file.sha256())
			.param("bytes", file.bytes())
			.param("object", file.objectId())
			.param("operator", file.operator())
			.param("at", Timestamp.from(file.createdAt()))
			.update() == 1;
		return inserted;
	}

	ConsumptionImport lock(byte[] sha256) {
		return this.jdbc.sql("select" + COLUMNS + "from consumption_import where sha256 = :sha256 for update")
			.param("sha256", sha256)
			.query((row, index) -> file(row))
			.single();
	}

	/** Begins again with a known file. */
	void restart(UUID id, UUID object) {
		this.jdbc
			.sql("""
					update consumption_import
					set state = 'RUNNING', object_id = :object, failure = null, done = 0, posted = 0, repeated = 0, refused = 0,
					    attempts = 0, claimed_until = null, finished_at = null
					where id = :id
					""")
			.param("id", id)
			.param("object", object)
			.update();
		this.jdbc.sql("delete from consumption_import_issue where import_id = :id").param("id", id).update();
	}

	Optional<ConsumptionImport> find(byte[] sha256) {
		return this.jdbc.sql("select" + COLUMNS + "from consumption_import where sha256 = :sha256")
			.param("sha256", sha256)
			.query((row, index) -> file(row))
			.optional();
	}

	Optional<ConsumptionImport> find(UUID id) {
		return this.jdbc.sql("select" + COLUMNS + "from consumption_import where id = :id")
			.param("id", id)
			.query((row, index) -> file(row))
			.optional();
	}

	List<ConsumptionImport> page(PageQuery page) {
		return this.jdbc.sql("select" + COLUMNS + """
				from consumption_import
				where cast(:after as uuid) is null or id < :after
				order by id desc
				limit :fetch
				""").param("after", page.after()).param("fetch", page.fetch()).query((row, index) -> file(row)).list();
	}

	/** Takes the next file that nobody is importing. */
	Optional<ConsumptionImport> claim(Instant now, Instant until) {
		return this.claims.take(now, until).flatMap((claim) -> find(claim.id()));
	}

	void progress(ConsumptionImport mine, long done, Instant until) {
		this.claims.progress(new Claim(mine.id(), mine.attempts()), done, until);
	}

	/** False if somebody else has it meanwhile. */
	boolean done(ConsumptionImport mine, Postings.Batch batch, Instant now) {
		return this.jdbc.sql("""
				update consumption_import
				set state = 'DONE', done = :done, posted = :posted, repeated = :repeated, refused = :refused,
				    finished_at = :now
				""" + MINE)
			.param("done", batch.done())
			.param("posted", batch.posted())
			.param("repeated", batch.repeated())
			.param("refused", batch.refused())
			.param("now", Timestamp.from(now))
			.param("id", mine.id())
			.param("attempts", mine.attempts())
			.update() == 1;
	}

	/** False if somebody else has it meanwhile. */
	boolean failed(ConsumptionImport mine, String failure, Instant now) {
		return this.jdbc.sql("""
				update consumption_import set state = 'FAILED', failure = :failure, done = 0, finished_at = :now
				""" + MINE)
			.param("failure", failure)
			.param("now", Timestamp.from(now))
			.param("id", mine.id())
			.param("attempts", mine.attempts())
			.update() == 1;
	}

	void keep(UUID id, List<Issue> issues) {
		this.jdbc.sql("""
				insert into consumption_import_issue (import_id, line, code, value)
				select :id, * from unnest(:lines, :codes, :values)
				on conflict (import_id, line) do nothing
				""")
			.param("id", id)
			.param("lines", issues.stream().map(Issue::line).toArray(Long[]::new))
			.param("codes", issues.stream().map(Issue::code).toArray(String[]::new))
			.param("values", issues.stream().map(Issue::value).toArray(String[]::new))
			.update();
	}

	/** What is wrong with which rows, those after a given one. */
	List<Issue> issues(UUID id, long after, int limit) {
		return this.jdbc.sql("""
				select line, code, value
				from consumption_import_issue
				where import_id = :id and line > :after
				order by line
				limit :limit
				""")
			.param("id", id)
			.param("after", after)
			.param("limit", limit)
			.query((row, index) -> new Issue(row.getLong("line"), row.getString("code"), row.getString("value")))
			.list();
	}

	/** Which of some objects are files that wait for their import. */
	Set<UUID> named(Collection<UUID> objects) {
		return Set.copyOf(this.jdbc
			.sql("select object_id from consumption_import where object_id = any(:objects) and state = 'RUNNING'")
			.param("objects", objects.toArray(UUID[]::new))
			.query((row, index) -> row.getObject("object_id", UUID.class))
			.list());
	}

	private static ConsumptionImport file(ResultSet row) throws SQLException {
		return new ConsumptionImport(row.getObject("id", UUID.class), row.getBytes("sha256"), row.getLong("bytes"),
				row.getObject("object_id", UUID.class), State.valueOf(row.getString("state")), row.getString("failure"),
				row.getLong("done"), row.getLong("posted"), row.getLong("repeated"), row.getLong("refused"),
				row.getInt("attempts"), row.getString("operator"), row.getTimestamp("created_at").toInstant(),
				instant(row.getTimestamp("finished_at")));
	}

	private static @Nullable Instant instant(@Nullable Timestamp time) {
		return (time != null) ? time.toInstant() : null;
	}

}
