package io.partnerhub.customer.verification;

import java.util.Optional;
import java.util.UUID;

import io.partnerhub.contracts.CriticalOperation;
import io.partnerhub.customer.account.Account;
import io.partnerhub.customer.account.Accounts;
import io.partnerhub.customer.mail.Language;
import io.partnerhub.customer.member.KnownMembers;
import io.partnerhub.customer.verification.CodeRules.Verdict;
import io.partnerhub.platform.caller.Caller;
import io.partnerhub.platform.problem.Problem;
import io.partnerhub.platform.proof.ProofSigner;
import io.partnerhub.platform.proof.ProofSigner.SignedProof;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * A person's codes for his own critical operations become a proof. A
 * member's go where his partner has him; a customer's only to what surely is his, never
 * to what a partner wrote down about him.
 */
@Service
class OwnCodes {

	private final VerificationCodes codes;

	private final KnownMembers members;

	private final Accounts accounts;

	private final Languages languages;

	private final ProofSigner signer;

	OwnCodes(VerificationCodes codes, KnownMembers members, Accounts accounts, Languages languages,
			ProofSigner signer) {
		this.codes = codes;
		this.members = members;
		this.accounts = accounts;
		this.languages = languages;
		this.signer = signer;
	}

	VerificationCode send(Caller caller, CriticalOperation operation, Channel channel, @Nullable Language wanted,
			@Nullable Integer minutes) {
		String person = Errand.person(caller);
		String recipient = recipient(caller, channel)
			.orElseThrow(() -> Problem.conflict("CONTACT_MISSING", "No " + word(channel) + " of yours is known.")
				.with("channel", channel));
		Language language = (wanted != null) ? wanted : this.languages.of(caller);
		return this.codes.send(
				new Errand(caller.partnerId(), person, operation.name(), person, channel, recipient, language, minutes),
				"/timeoutMinutes");
	}

	/** Without a transaction of its own: a wrong try has to count. */
	Proven prove(Caller caller, UUID id, String typed) {
		VerificationCode code = this.codes.find(id, Errand.person(caller))
			.orElseThrow(() -> Problem.notFound("verification code"));
		Attempt attempt = this.codes.redeem(code.id(), typed);
		if (attempt.verdict() != Verdict.RIGHT) {
			throw Problem.badRequest("VERIFICATION_CODE_INVALID", "The verification code does not hold.")
				.with("reason", attempt.verdict())
				.with("triesLeft", attempt.triesLeft());
		}
		CriticalOperation operation = CriticalOperation.valueOf(code.purpose());
		return new Proven(operation, this.signer.sign(caller, operation));
	}

	private Optional<String> recipient(Caller caller, Channel channel) {
		UUID member = caller.memberId();
		if (member != null) {
			return this.members.find(member)
				.flatMap((known) -> Optional.ofNullable((channel == Channel.SMS) ? known.mobile() : known.email()));
		}
		Account account = this.accounts.of(caller);
		return Optional.ofNullable((channel == Channel.SMS) ? account.mobile() : account.email());
	}

	private static String word(Channel channel) {
		return (channel == Channel.SMS) ? "mobile number" : "e-mail address";
	}

	/** What the person has proven, and the proof. */
	record Proven(CriticalOperation operation, SignedProof proof) {
	}

}
