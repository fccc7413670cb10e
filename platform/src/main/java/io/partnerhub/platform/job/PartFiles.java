package io.partnerhub.platform.job;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Files that are written part by part into the database, each part in one transaction
 * with the progress of its file, kept for a while and then gone.
 * <p>
 * The table has {@code owner_partner_id} and the columns of {@link FileProgress}; the
 * parts lie in a table of its name with {@code _part} behind it.
 */
public final class PartFiles {

	private final JdbcClient jdbc;

	private final Claims rows;

	private final String table;

	/**
	 * Sees to one kind of file.
	 * @param table its table, a name of the program's own
	 */
	public PartFiles(JdbcClient jdbc, String table) {
		this.jdbc = jdbc;
		this.rows = new Claims(jdbc, table);
		this.table = table;
	}

	/** How many of an owner's are being written, until the transaction ends. */
	public int countRunning(UUID owner) {
		return this.rows.countRunning(owner);
	}

	/** Locks the file that waits longest and that nobody else writes at present. */
	public Optional<UUID> lockNext() {
		return this.jdbc
			.sql("select id from " + this.table + " where state = 'RUNNING' order by id limit 1 for update skip locked")
			.query((row, index) -> row.getObject("id", UUID.class))
			.optional();
	}

	/** Adds the next part to a file that is locked; the last part ends it. */
	public void write(FileProgress file, Part part, Instant now) {
		this.jdbc.sql("insert into " + this.table + "_part (export_id, part, content) values (:id, :part, :content)")
			.param("id", file.id())
			.param("part", file.parts())
			.param("content", part.content())
			.update();
		this.jdbc.sql("update " + this.table + """
				 set done = done + :items, parts = parts + 1, position = coalesce(:position::uuid, position),
				    finished_at = case when :last then :now::timestamptz end,
				    state = case when :last then 'DONE' else 'RUNNING' end
				where id = :id
				""")
			.param("id", file.id())
			.param("items", part.items())
			.param("position", part.position())
			.param("last", part.last())
			.param("now", Timestamp.from(now))
			.update();
	}

	public byte[] read(UUID file, int part) {
		return this.jdbc.sql("select content from " + this.table + "_part where export_id = :id and part = :part")
			.param("id", file)
			.param("part", part)
			.query((row, index) -> row.getBytes("content"))
			.single();
	}

	/** Takes the parts of files away that ended so long ago. */
	public void expire(Instant finishedBefore, int limit) {
		this.jdbc.sql("delete from " + this.table + "_part where export_id = any(:ids)")
			.param("ids", this.rows.expire(finishedBefore, limit).toArray(UUID[]::new))
			.update();
	}

	/**
	 * Some items as they stand in the file.
	 *
	 * @param position the last of them, absent if there is none
	 * @param last whether no item follows
	 */
	public record Part(byte[] content, int items, @Nullable UUID position, boolean last) {
	}

}
