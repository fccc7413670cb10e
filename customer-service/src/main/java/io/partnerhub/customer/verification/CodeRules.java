package io.partnerhub.customer.verification;

import java.time.Duration;
import java.time.Instant;

import io.partnerhub.platform.problem.Problem;
import org.jspecify.annotations.Nullable;

/** How long a code lives (INV-12), and what a typed-in code is worth. */
final class CodeRules {

	private static final int LONGEST_MINUTES = 60;

	private static final Duration INSTEAD_OF_TOO_LONG = Duration.ofMinutes(5);

	private CodeRules() {
	}

	/** A life asked for that is too long is cut to five minutes, not to the longest. */
	static Duration life(@Nullable Integer minutes, Duration usual, String pointer) {
		if (minutes == null) {
			return usual;
		}
		if (minutes < 1) {
			throw Problem.invalid(pointer, "OUT_OF_RANGE", "A code lives at least one minute.");
		}
		return (minutes > LONGEST_MINUTES) ? INSTEAD_OF_TOO_LONG : Duration.ofMinutes(minutes);
	}

	static Verdict judge(VerificationCode code, String typed, Instant now) {
		if (code.state() == VerificationCode.State.USED) {
			return Verdict.USED;
		}
		if (code.state() == VerificationCode.State.REPLACED || !now.isBefore(code.expiresAt())) {
			return Verdict.EXPIRED;
		}
		if (code.tries() >= code.mostTries()) {
			return Verdict.TRIES_USED_UP;
		}
		return code.secret().matches(typed) ? Verdict.RIGHT : Verdict.WRONG;
	}

	/** What a typed-in code turned out to be. */
	enum Verdict {

		RIGHT, WRONG, EXPIRED, TRIES_USED_UP, USED

	}

}
