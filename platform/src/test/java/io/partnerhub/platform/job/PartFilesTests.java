package io.partnerhub.platform.job;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;

import io.partnerhub.platform.Ids;
import io.partnerhub.platform.job.FileProgress.State;
import io.partnerhub.platform.job.PartFiles.Part;
import io.partnerhub.platform.testkit.MovableClock;
import io.partnerhub.platform.testkit.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

import static org.assertj.core.api.Assertions.assertThat;

/** A file grows part by part, is kept for a while and then gone. */
@Tag("X-04")
class PartFilesTests {

	private final MovableClock clock = new MovableClock();

	private final Kept kept = new Kept(Duration.ofDays(3), this.clock);

	private JdbcClient jdbc;

	private PartFiles files;

	@BeforeEach
	void tables() {
		this.jdbc = JdbcClient.create(new DriverManagerDataSource(TestDatabase.create()));
		this.jdbc.sql("""
				create table file (id uuid primary key, owner_partner_id uuid, operator text default 'li',
				                   state text default 'RUNNING', total integer default 3, done integer default 0,
				                   parts integer default 0, position uuid, created_at timestamptz default now(),
				                   finished_at timestamptz)
				""").update();
		this.jdbc
			.sql("create table file_part (export_id uuid, part integer, content bytea, primary key (export_id, part))")
			.update();
		this.files = new PartFiles(this.jdbc, "file");
	}

	@Test
	void endsWithItsLastPart() {
		UUID id = begun();
		UUID position = Ids.next();
		this.files.write(progress(id), new Part(bytes("one,two,"), 2, position, false), this.clock.instant());
		assertThat(progress(id)).returns(2, FileProgress::done).returns(position, FileProgress::position);
		assertThat(progress(id).isDone()).isFalse();
		this.files.write(progress(id), new Part(bytes(""), 0, null, true), this.clock.instant());
		assertThat(progress(id)).returns(2, FileProgress::parts)
			.returns(position, FileProgress::position)
			.returns(this.clock.instant(), FileProgress::finishedAt)
			.returns(true, FileProgress::isDone);
		assertThat(this.files.lockNext()).isEmpty();
		assertThat(this.files.read(id, 0)).asString(StandardCharsets.UTF_8).isEqualTo("one,two,");
	}

	@Test
	void isGoneOnceItWasKeptLongEnough() {
		UUID id = begun();
		this.files.write(progress(id), new Part(bytes("one"), 1, null, true), this.clock.instant());
		this.clock.advance(Duration.ofDays(3));
		assertThat(progress(id).asOfNow(this.kept).state()).as("to the moment").isEqualTo(State.EXPIRED);
		this.files.expire(this.kept.before(), 10);
		assertThat(progress(id).state()).isEqualTo(State.EXPIRED);
		assertThat(this.jdbc.sql("select count(*) from file_part").query(Integer.class).single()).isZero();
	}

	private UUID begun() {
		UUID id = Ids.next();
		this.jdbc.sql("insert into file (id) values (:id)").param("id", id).update();
		assertThat(this.files.lockNext()).contains(id);
		return id;
	}

	private FileProgress progress(UUID id) {
		return this.jdbc.sql("select " + FileProgress.COLUMNS + " from file where id = :id")
			.param("id", id)
			.query((row, index) -> FileProgress.of(row))
			.single();
	}

	private static byte[] bytes(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}

}
