package io.partnerhub.customer.verification;

import java.time.Clock;
import java.util.UUID;

import io.partnerhub.customer.verification.CodeRules.Verdict;
import io.partnerhub.platform.problem.Problem;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Counts wrong tries in a transaction of their own, so that they count although the
 * command they came with is refused; the locked row lets tries come one at a time. The
 * third wrong one is told as the last.
 */
@Service
class CodeTries {

	private final CodeStore store;

	private final Clock clock;

	CodeTries(CodeStore store, Clock clock) {
		this.store = store;
		this.clock = clock;
	}

	@Transactional(propagation = Propagation.REQUIRES_NEW)
	Attempt attempt(UUID codeId, String typed) {
		VerificationCode code = this.store.lock(codeId).orElseThrow(() -> Problem.notFound("verification code"));
		Verdict verdict = CodeRules.judge(code, typed, this.clock.instant());
		int left = code.mostTries() - code.tries();
		if (verdict != Verdict.WRONG) {
			return new Attempt(codeId, verdict, left);
		}
		this.store.countTry(codeId);
		return new Attempt(codeId, (left > 1) ? Verdict.WRONG : Verdict.TRIES_USED_UP, left - 1);
	}

}
