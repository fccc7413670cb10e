package io.partnerhub.platform.problem;

import java.sql.SQLException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.QueryTimeoutException;

import static org.assertj.core.api.Assertions.assertThat;

class DatabaseProblemsTests {

	@ParameterizedTest
	@ValueSource(strings = { "22021", "22P05" })
	void saysThatCharactersCannotBeStored(String sqlState) {
		Problem problem = DatabaseProblems.of(violation(sqlState));
		assertThat(problem.code()).isEqualTo("INVALID_REQUEST");
		assertThat(problem.detail()).isEqualTo("A text holds characters that cannot be stored.");
	}

	@ParameterizedTest
	@ValueSource(strings = { "22003", "22008", "22001" })
	void saysThatOtherValuesAreOutside(String sqlState) {
		Problem problem = DatabaseProblems.of(violation(sqlState));
		assertThat(problem.code()).isEqualTo("INVALID_REQUEST");
		assertThat(problem.detail()).isEqualTo("A value is outside what can be stored.");
	}

	@Test
	void takesABrokenConstraintForAConflict() {
		assertThat(DatabaseProblems.of(violation("23505")).status().value()).isEqualTo(409);
	}

	@Test
	void saysTryAgainWhenSurelyNothingWasDone() {
		for (Exception failure : new Exception[] { new CannotAcquireLockException("busy"),
				new QueryTimeoutException("slow"),
				new DataAccessResourceFailureException("gone", new SQLException("gone", "08006")) }) {
			assertThat(DatabaseProblems.of(failure).status().value()).isEqualTo(503);
		}
	}

	@Test
	void saysUnknownWhenACommitWentUnanswered() {
		assertThat(DatabaseProblems.of(new OutcomeUnknownException(new SQLException())).status().value())
			.isEqualTo(504);
	}

	private static Exception violation(String sqlState) {
		return new DataIntegrityViolationException("refused", new SQLException("refused", sqlState));
	}

}
