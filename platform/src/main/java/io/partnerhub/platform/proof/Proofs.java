package io.partnerhub.platform.proof;

import java.time.Clock;

import io.partnerhub.contracts.CriticalOperation;
import io.partnerhub.platform.caller.Caller;
import io.partnerhub.platform.problem.Problem;
import org.jspecify.annotations.Nullable;

/**
 * Lets a critical operation through only with a proof that the person has just typed in a
 * code for it. The proof is used up in the transaction of the command, so
 * that a command rolled back leaves it good. Only people are asked: an access key has
 * signed its request with a secret that no stolen session holds, and nobody sits there to
 * read a code.
 */
public final class Proofs {

	/** Brings the proof. */
	public static final String HEADER = "X-Verification-Proof";

	private final ProofReader reader;

	private final UsedProofStore used;

	private final Clock clock;

	Proofs(ProofReader reader, UsedProofStore used, Clock clock) {
		this.reader = reader;
		this.used = used;
		this.clock = clock;
	}

	/** A member's command: asked for if his partner has switched codes on. */
	public void whenSwitchedOn(Caller caller, CriticalOperation operation, @Nullable String proof) {
		whenSwitchedOn(caller.codeRequired(), caller, operation, proof);
	}

	/** A customer's command: the switch is that of his partner. */
	public void whenSwitchedOn(boolean switchedOn, Caller caller, CriticalOperation operation, @Nullable String proof) {
		if (switchedOn) {
			always(caller, operation, proof);
		}
	}

	/** Asked for whatever the switch says. */
	public void always(Caller caller, CriticalOperation operation, @Nullable String proof) {
		if (!isPerson(caller)) {
			return;
		}
		if (proof == null || proof.isBlank()) {
			throw Problem
				.forbidden("VERIFICATION_REQUIRED",
						"Ask for a verification code for this operation and send its proof in " + HEADER + ".")
				.with("operation", operation);
		}
		Proof read = this.reader.read(proof).orElseThrow(() -> invalid(operation, "WRONG"));
		if (!read.operation().equals(operation.name()) || !read.holder().equals(Proof.holder(caller))) {
			throw invalid(operation, "WRONG");
		}
		if (!this.clock.instant().isBefore(read.expiresAt())) {
			throw invalid(operation, "EXPIRED");
		}
		if (!this.used.use(read)) {
			throw invalid(operation, "USED");
		}
	}

	/** A customer's access key comes without the login of an identity provider. */
	private static boolean isPerson(Caller caller) {
		return caller.memberId() != null || (caller.customerId() != null && caller.issuer() != null);
	}

	private static Problem invalid(CriticalOperation operation, String reason) {
		return Problem.forbidden("VERIFICATION_CODE_INVALID", "The proof of the verification code does not hold.")
			.with("reason", reason)
			.with("operation", operation);
	}

}
