package io.partnerhub.localhub.home;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Two hubs never share data, and what a killed one left is cleared up without hurting
 * strangers.
 */
class HubHomeTests {

	@TempDir
	Path folder;

	@Test
	void refusesASecondHubOnTheSameDataAndNamesTheFirst() {
		try (HubHome home = HubHome.open(this.folder)) {
			home.processes().record("hub", ProcessHandle.current());
			assertThatExceptionOfType(HubFailure.class).isThrownBy(() -> HubHome.open(this.folder))
				.withMessageContaining("process " + ProcessHandle.current().pid())
				.satisfies((failure) -> assertThat(failure.remedy()).contains("./hub down", "--home"));
			assertThat(HubHome.busy(this.folder)).isTrue();
		}
		assertThat(HubHome.busy(this.folder)).isFalse();
	}

	@Test
	void opensAgainOnceTheFirstHubHasEnded() {
		HubHome.open(this.folder).close();
		HubHome.open(this.folder).close();
	}

	@Test
	void stopsWhatAKilledHubLeftRunning() throws IOException, InterruptedException {
		Process orphan = new ProcessBuilder("sleep", "60").start();
		try (HubHome home = HubHome.open(this.folder)) {
			home.processes().record("kafka", orphan.toHandle());
			assertThat(stopLeftovers(home)).contains("Stopping kafka (process " + orphan.pid() + ")");
			assertThat(orphan.waitFor(10, TimeUnit.SECONDS)).isTrue();
			assertThat(home.file("pids", "kafka")).doesNotExist();
		}
	}

	@Test
	void leavesAStrangerAloneWhoGotTheNumberOfADeadProcess() throws IOException {
		Process stranger = new ProcessBuilder("sleep", "60").start();
		try (HubHome home = HubHome.open(this.folder)) {
			Files.writeString(home.file("pids", "kafka"), stranger.pid() + "\n1000\n/usr/bin/java\n");
			assertThat(stopLeftovers(home)).contains("stale process file of kafka");
			assertThat(stranger.isAlive()).isTrue();
		}
		finally {
			stranger.destroyForcibly();
		}
	}

	@Test
	void dropsAFileThatACrashCutOff() throws IOException {
		try (HubHome home = HubHome.open(this.folder)) {
			Files.writeString(home.file("pids", "postgres"), "12");
			stopLeftovers(home);
			assertThat(home.file("pids", "postgres")).doesNotExist();
		}
	}

	private static String stopLeftovers(HubHome home) {
		ByteArrayOutputStream said = new ByteArrayOutputStream();
		home.processes().stopLeftovers(Progress.to(new PrintStream(said, true, StandardCharsets.UTF_8)));
		return said.toString(StandardCharsets.UTF_8);
	}

}
