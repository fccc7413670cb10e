package io.partnerhub.billing.document;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

import io.partnerhub.billing.BillingTest;
import io.partnerhub.billing.Given;
import io.partnerhub.billing.SampleFiles;
import io.partnerhub.billing.Uploads;
import io.partnerhub.platform.Ids;
import io.partnerhub.platform.testkit.HubClient;
import io.partnerhub.platform.testkit.MovableClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Bytes that no row names do not stay behind. */
@BillingTest
class SweepingObjectsTests {

	private static final Duration KEPT = Duration.ofDays(2);

	private final Given given;

	private final Uploads uploads;

	private final HubClient client;

	private final JdbcClient jdbc;

	private final ObjectPort objects;

	private final ObjectSweep sweep;

	private final DocumentSettings settings;

	private final MovableClock clock;

	@TempDir
	private Path folder;

	SweepingObjectsTests(HubClient client, Given given, Uploads uploads, JdbcClient jdbc, ObjectPort objects,
			ObjectSweep sweep, DocumentSettings settings, MovableClock clock) {
		this.given = given;
		this.uploads = uploads;
		this.jdbc = jdbc;
		this.client = client;
		this.objects = objects;
		this.sweep = sweep;
		this.settings = settings;
		this.clock = clock;
	}

	@BeforeEach
	void presentTime() {
		this.clock.reset();
	}

	@Test
	@Tag("INVO-11")
	void takesAwayWhatNoRowNamesOnceItIsOld() throws IOException {
		UUID unnamed = stored(MovableClock.START.minus(KEPT).minusSeconds(1));
		UUID younger = stored(MovableClock.START.minus(KEPT));
		UUID named = UUID.fromString(this.uploads.by(this.given.distributor()));
		age(this.settings.folder().resolve(named.toString()), MovableClock.START.minus(Duration.ofDays(365)));
		round();
		assertThatExceptionOfType(NoSuchFileException.class).isThrownBy(() -> this.objects.get(unnamed));
		for (UUID kept : new UUID[] { younger, named }) {
			try (InputStream content = this.objects.get(kept)) {
				assertThat(content.readAllBytes()).isEqualTo(SampleFiles.pdf());
			}
		}
	}

	@Test
	@Tag("CON-01")
	void keepsAFileThatWaitsForItsImportAndNoneThatIsThrough() throws IOException {
		UUID file = UUID.fromString(this.client.as(Given.VENDOR)
			.with("Content-Type", "text/csv")
			.post("/api/v1/vendor/consumption-files", Ids.next().toString())
			.expect(202)
			.text("/id"));
		UUID object = this.jdbc.sql("select object_id from consumption_import where id = :id")
			.param("id", file)
			.query(UUID.class)
			.single();
		age(this.settings.folder().resolve(object.toString()), MovableClock.START.minus(Duration.ofDays(365)));
		round();
		this.objects.get(object).close();
		this.jdbc
			.sql("update consumption_import set state = 'FAILED', failure = 'LOST', finished_at = now() where id = :id")
			.param("id", file)
			.update();
		round();
		assertThatExceptionOfType(NoSuchFileException.class).isThrownBy(() -> this.objects.get(object));
	}

	@Test
	void listsInOrderAndWhatWasNeverFinishedToo() throws IOException {
		ObjectFolder small = new ObjectFolder(
				new DocumentSettings(this.folder, this.settings.limit(), KEPT, KEPT, 10, Duration.ofHours(1)));
		UUID first = Ids.next();
		UUID broken = Ids.next();
		UUID last = Ids.next();
		small.put(last, sample());
		small.put(first, sample());
		Files.copy(sample(), this.folder.resolve("unfinished").resolve(broken + "123.tmp"));
		assertThat(small.list(null, 2)).extracting(ObjectPort.Stored::id).containsExactly(first, broken);
		assertThat(small.list(broken, 2)).extracting(ObjectPort.Stored::id).containsExactly(last);
		small.delete(broken);
		assertThat(small.list(null, 2)).extracting(ObjectPort.Stored::id).containsExactly(first, last);
	}

	private UUID stored(Instant at) throws IOException {
		UUID id = Ids.next();
		this.objects.put(id, sample());
		age(this.settings.folder().resolve(id.toString()), at);
		return id;
	}

	private Path sample() throws IOException {
		return Files.write(this.folder.resolve("sample"), SampleFiles.pdf());
	}

	private static void age(Path object, Instant at) throws IOException {
		Files.setLastModifiedTime(object, FileTime.from(at));
	}

	/** Through the whole store, wherever the run before ended. */
	private void round() {
		do {
			this.sweep.run();
		}
		while (this.jdbc.sql("select position is not null from object_sweep").query(Boolean.class).single());
	}

}
