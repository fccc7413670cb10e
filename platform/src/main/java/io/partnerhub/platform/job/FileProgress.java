package io.partnerhub.platform.job;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * How far a file is that is written part by part behind the request.
 *
 * @param total how many items there were when it was asked for
 * @param position the last item written
 */
public record FileProgress(UUID id, String operator, State state, int total, int done, int parts,
		@Nullable UUID position, Instant createdAt, @Nullable Instant finishedAt) {

	/** The columns that {@link #of} reads. */
	public static final String COLUMNS = "id, operator, state, total, done, parts, position, created_at, finished_at";

	/** Nothing is written yet. */
	public static FileProgress begun(UUID id, String operator, int total, Instant now) {
		return new FileProgress(id, operator, State.RUNNING, total, 0, 0, null, now, null);
	}

	public static FileProgress of(ResultSet row) throws SQLException {
		Timestamp finished = row.getTimestamp("finished_at");
		return new FileProgress(Objects.requireNonNull(row.getObject("id", UUID.class)), row.getString("operator"),
				State.valueOf(row.getString("state")), row.getInt("total"), row.getInt("done"), row.getInt("parts"),
				row.getObject("position", UUID.class), row.getTimestamp("created_at").toInstant(),
				(finished != null) ? finished.toInstant() : null);
	}

	/** The same with what became of it since. */
	public FileProgress asOfNow(Kept kept) {
		return kept.isOver(this.finishedAt) ? new FileProgress(this.id, this.operator, State.EXPIRED, this.total,
				this.done, this.parts, this.position, this.createdAt, this.finishedAt) : this;
	}

	public boolean isDone() {
		return this.state == State.DONE;
	}

	/** From RUNNING to DONE; a file that is kept no longer is EXPIRED. */
	public enum State {

		RUNNING, DONE, EXPIRED

	}

}
