package io.partnerhub.localhub;

import java.nio.file.Path;

import io.partnerhub.localhub.home.HubFailure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * The command line is understood in any order, and what it means not at all is refused
 * with a word on help.
 */
class ArgumentsTests {

	@Test
	void startsOneProcessOnPort8080ByDefault() {
		Arguments arguments = Arguments.parse("up");
		assertThat(arguments.processes()).isFalse();
		assertThat(arguments.port()).isEqualTo(8080);
	}

	@Test
	void takesOptionsBeforeAndAfterTheCommand() {
		Arguments arguments = Arguments.parse("--home", "/tmp/x", "up", "--port", "0", "--processes");
		assertThat(arguments).isEqualTo(new Arguments("up", Path.of("/tmp/x"), true, 0, java.util.List.of()));
	}

	@ParameterizedTest
	@ValueSource(strings = { "x", "-1", "65536", "" })
	void refusesWhatIsNoPort(String port) {
		assertThatExceptionOfType(HubFailure.class).isThrownBy(() -> Arguments.parse("up", "--port", port));
	}

	@Test
	void refusesAnUnknownOption() {
		assertThatExceptionOfType(HubFailure.class).isThrownBy(() -> Arguments.parse("up", "--fast"))
			.withMessageContaining("--fast");
	}

}
