package io.partnerhub.localhub;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** The script explains itself and names what is wrong before it starts anything. */
class LauncherTests {

	@TempDir
	Path home;

	@Test
	void explainsEveryCommand() throws Exception {
		Answer answer = hub("--help");
		assertThat(answer.code()).isZero();
		assertThat(answer.text()).contains("up [--detach] [--processes] [--port N]", "down", "status", "logs", "env",
				"seed", "login NAME", "replay", "reset", "test", "bench");
	}

	@Test
	void refusesACommandItDoesNotKnow() throws Exception {
		Answer answer = hub("frobnicate");
		assertThat(answer.code()).isOne();
		assertThat(answer.text()).contains("unknown command 'frobnicate'", "./hub --help");
	}

	@Test
	void hasNoLogsBeforeTheFirstStart() throws Exception {
		Answer answer = hub("logs");
		assertThat(answer.code()).isOne();
		assertThat(answer.text()).contains("no hub has run on " + this.home, "./hub up");
	}

	@Test
	void tellsWithoutABuildThatNothingHasRun() throws Exception {
		for (String command : new String[] { "env", "seed", "login" }) {
			Answer answer = hub(command);
			assertThat(answer.code()).isOne();
			assertThat(answer.text()).contains("no hub is running on " + this.home, "./hub up");
		}
		assertThat(hub("status").code()).isEqualTo(3);
		assertThat(hub("down").code()).isZero();
	}

	private Answer hub(String command) throws IOException, InterruptedException {
		Process script = new ProcessBuilder("bash", root().resolve("hub").toString(), command, "--home",
				this.home.toString())
			.redirectErrorStream(true)
			.start();
		String text = new String(script.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		return new Answer(script.waitFor(), text);
	}

	private static Path root() {
		Path folder = Path.of("").toAbsolutePath();
		while (!Files.exists(folder.resolve("hub"))) {
			folder = folder.getParent();
		}
		return folder;
	}

	private record Answer(int code, String text) {
	}

}
