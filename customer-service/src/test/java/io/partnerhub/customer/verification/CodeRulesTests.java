package io.partnerhub.customer.verification;

import java.time.Duration;
import java.time.Instant;

import io.partnerhub.customer.verification.CodeRules.Verdict;
import io.partnerhub.customer.verification.VerificationCode.State;
import io.partnerhub.platform.Ids;
import io.partnerhub.platform.problem.Problem;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@Tag("INV-12")
class CodeRulesTests {

	private static final Instant SENT = Instant.parse("2026-03-01T08:00:00Z");

	private static final Duration TEN_MINUTES = Duration.ofMinutes(10);

	@ParameterizedTest
	@CsvSource({ ",10", "1,1", "60,60", "61,5", "2147483647,5" })
	void givesTheLifeAskedForOrFiveMinutes(Integer asked, int minutes) {
		assertThat(CodeRules.life(asked, TEN_MINUTES, "/timeout")).hasMinutes(minutes);
	}

	@Test
	void refusesALifeOfNoMinutes() {
		assertThatExceptionOfType(Problem.class).isThrownBy(() -> CodeRules.life(0, TEN_MINUTES, "/timeout"))
			.satisfies((problem) -> assertThat(problem.errors().getFirst().pointer()).isEqualTo("/timeout"));
	}

	@ParameterizedTest
	@CsvSource({ "OPEN, 0, 123456, 599, RIGHT", "OPEN, 2, 123456, 599, RIGHT", "OPEN, 0, 123456, 600, EXPIRED",
			"OPEN, 3, 123456, 0, TRIES_USED_UP", "OPEN, 0, 123457, 0, WRONG", "OPEN, 3, 123457, 600, EXPIRED",
			"USED, 0, 123456, 0, USED", "REPLACED, 0, 123456, 0, EXPIRED" })
	void judgesWhatIsTypedIn(State state, int tries, String typed, long seconds, Verdict verdict) {
		VerificationCode code = new VerificationCode(Ids.next(), null, "a", "b", "a", "c", Secret.of("123456"), tries,
				3, state, SENT, SENT.plus(TEN_MINUTES));
		assertThat(CodeRules.judge(code, typed, SENT.plusSeconds(seconds))).isEqualTo(verdict);
	}

	@Test
	void keepsADifferentDigestForEveryCode() {
		assertThat(Secret.of("123456").digest()).isNotEqualTo(Secret.of("123456").digest());
		assertThat(Secret.sixDigits()).matches("\\d{6}");
	}

}
