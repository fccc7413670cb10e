package io.partnerhub.platform.problem;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/** Facts of a problem stand beside the members that every problem has. */
class ProblemTests {

	@Test
	void carriesFacts() {
		Problem problem = Problem.conflict("ORDER_EXPIRED", "Over.").with("orderStatus", "CANCELLED");
		assertThat(problem.facts()).containsEntry("orderStatus", "CANCELLED");
	}

	@ParameterizedTest
	@ValueSource(strings = { "type", "title", "status", "detail", "instance", "code", "errors" })
	void keepsTheNamesOfItsMembers(String member) {
		Problem problem = Problem.conflict("ORDER_EXPIRED", "Over.");
		assertThatIllegalArgumentException().isThrownBy(() -> problem.with(member, "CANCELLED"));
	}

}
