package io.partnerhub.customer.verification;

import java.time.Instant;
import java.util.UUID;

import io.partnerhub.contracts.CriticalOperation;
import io.partnerhub.customer.mail.Language;
import io.partnerhub.platform.idempotency.ShownOnce;
import io.partnerhub.platform.caller.Caller;
import io.partnerhub.platform.proof.Proofs;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Codes for critical operations, for members and customers. */
@RestController
@Tag(name = "Verification codes")
class VerificationCodeApi {

	private final OwnCodes codes;

	VerificationCodeApi(OwnCodes codes) {
		this.codes = codes;
	}

	@PostMapping("/api/v1/verification-codes")
	@ResponseStatus(HttpStatus.CREATED)
	@Operation(summary = "Send a code to the caller's own mobile or e-mail",
			description = "It replaces an older code for the same operation.")
	Sent send(@Valid @RequestBody New body, Caller caller) {
		return Sent.of(body,
				this.codes.send(caller, body.operation(), body.channel(), body.language(), body.timeoutMinutes()));
	}

	@PostMapping("/api/v1/verification-codes/{id}/proof")
	@ShownOnce("proof")
	@Operation(summary = "Turn the code into a proof for its operation",
			description = "The proof goes into the header " + Proofs.HEADER
					+ " of the operation, within 5 minutes and once. A wrong code counts as a try; after the third "
					+ "the code is worth nothing.")
	Proven prove(@PathVariable UUID id, @Valid @RequestBody Typed body, Caller caller) {
		return Proven.of(this.codes.prove(caller, id, body.code()));
	}

	/**
	 * What a code is wanted for.
	 *
	 * @param language that of the partner's mails unless told
	 * @param timeoutMinutes life of the code, at least 1; absent means 10, more than 60
	 * means 5 (INV-12)
	 */
	@Schema(name = "NewVerificationCode")
	record New(@NotNull CriticalOperation operation, @NotNull Channel channel, @Nullable Language language,
			@Schema(example = "10") @Nullable Integer timeoutMinutes) {
	}

	/** A code on its way; the recipient is masked. */
	@Schema(name = "SentVerificationCode")
	record Sent(UUID id, CriticalOperation operation, Channel channel,
			@Schema(example = "+86138****5678") String sentTo, Instant expiresAt, int triesLeft) {

		static Sent of(New wish, VerificationCode code) {
			return new Sent(code.id(), wish.operation(), wish.channel(), masked(code.recipient()), code.expiresAt(),
					code.mostTries() - code.tries());
		}

		private static String masked(String recipient) {
			int at = recipient.indexOf('@');
			if (at >= 0) {
				return recipient.substring(0, Math.min(1, at)) + "***" + recipient.substring(at);
			}
			int last = recipient.length() - 4;
			return recipient.substring(0, Math.max(last - 4, 0)) + "****" + recipient.substring(last);
		}

	}

	@Schema(name = "TypedVerificationCode")
	record Typed(@NotNull @Pattern(regexp = "\\d{6}",
			message = "must be six digits") @Schema(example = "042137") String code) {
	}

	/** A proof for one operation, to be used once. */
	@Schema(name = "VerificationProof")
	record Proven(String proof, CriticalOperation operation, Instant expiresAt) {

		static Proven of(OwnCodes.Proven proven) {
			return new Proven(proven.proof().text(), proven.operation(), proven.proof().expiresAt());
		}

	}

}
