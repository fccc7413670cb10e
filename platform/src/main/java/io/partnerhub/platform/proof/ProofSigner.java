package io.partnerhub.platform.proof;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.Objects;

import com.nimbusds.jwt.JWTClaimsSet;
import io.partnerhub.contracts.CriticalOperation;
import io.partnerhub.platform.Ids;
import io.partnerhub.platform.caller.Caller;
import io.partnerhub.platform.caller.InternalTokens;

/**
 * Signs the proof that a person has typed in the right code, with the key of this
 * process; it is worth nothing unless this is the process others believe.
 */
public final class ProofSigner {

	private static final Duration LIFE = Duration.ofMinutes(5);

	private final InternalTokens key;

	private final Clock clock;

	public ProofSigner(InternalTokens key, Clock clock) {
		this.key = key;
		this.clock = clock;
	}

	public SignedProof sign(Caller caller, CriticalOperation operation) {
		Instant expiresAt = this.clock.instant().plus(LIFE).truncatedTo(ChronoUnit.SECONDS);
		JWTClaimsSet claims = new JWTClaimsSet.Builder().issuer(this.key.issuer())
			.audience(Proof.AUDIENCE)
			.subject(Objects.requireNonNull(Proof.holder(caller)))
			.claim(Proof.OPERATION, operation.name())
			.jwtID(Ids.next().toString())
			.expirationTime(Date.from(expiresAt))
			.build();
		return new SignedProof(this.key.sign(claims), expiresAt);
	}

	/** A proof as the person gets it. */
	public record SignedProof(String text, Instant expiresAt) {

		@Override
		public String toString() {
			return "SignedProof[" + this.expiresAt + "]";
		}

	}

}
