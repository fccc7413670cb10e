package io.partnerhub.platform.problem;

import java.time.Duration;
import java.util.Set;

import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.http.HttpStatus;
import org.springframework.transaction.CannotCreateTransactionException;

/**
 * What a failed database means for the caller: 503 when surely nothing was done, 504 when
 * a commit went unanswered (a time-out is unknown, never failed), 409 when a constraint
 * stood in for a rule that two callers broke at once.
 */
final class DatabaseProblems {

	private static final Duration RETRY_AFTER = Duration.ofSeconds(2);

	private static final Set<String> UNSTORABLE_CHARACTERS = Set.of("22021", "22P05");

	private DatabaseProblems() {
	}

	static Problem of(Exception failure) {
		return switch (failure) {
			case OutcomeUnknownException unknown -> Problem.outcomeUnknown();
			case CannotCreateTransactionException unreachable -> unavailable();
			case DataIntegrityViolationException unstorable when sqlState(unstorable).startsWith("22") ->
				Problem.badRequest("INVALID_REQUEST", unstorable(sqlState(unstorable)));
			case DataIntegrityViolationException violated ->
				Problem.conflict("CONFLICT", "The request contradicts the present state.");
			case PessimisticLockingFailureException busy -> unavailable();
			case QueryTimeoutException slow -> unavailable();
			default -> lostConnection(failure) ? unavailable() : Problem.of(HttpStatus.INTERNAL_SERVER_ERROR,
					"INTERNAL_ERROR", "Something went wrong on our side.");
		};
	}

	private static Problem unavailable() {
		return Problem.unavailable("TEMPORARILY_UNAVAILABLE", "The service cannot do this at the moment.", RETRY_AFTER);
	}

	private static String sqlState(DataIntegrityViolationException failure) {
		return (failure.getMostSpecificCause() instanceof java.sql.SQLException sql && sql.getSQLState() != null)
				? sql.getSQLState() : "";
	}

	/**
	 * SQL states of class 22 refuse a value; two of them a text with a NUL character.
	 */
	private static String unstorable(String sqlState) {
		return UNSTORABLE_CHARACTERS.contains(sqlState) ? "A text holds characters that cannot be stored."
				: "A value is outside what can be stored.";
	}

	/**
	 * Before the commit a broken connection undoes everything; SQL states of class 08 and
	 * 57P are such breaks.
	 */
	private static boolean lostConnection(Exception failure) {
		for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
			if (cause instanceof java.sql.SQLException sql && sql.getSQLState() != null
					&& (sql.getSQLState().startsWith("08") || sql.getSQLState().startsWith("57P"))) {
				return true;
			}
			if (cause instanceof java.sql.SQLTransientConnectionException) {
				return true;
			}
		}
		return false;
	}

}
