package io.partnerhub.customer.verification;

import java.util.Optional;
import java.util.UUID;

import io.partnerhub.contracts.Permission;
import io.partnerhub.customer.association.Associations;
import io.partnerhub.customer.mail.Language;
import io.partnerhub.platform.Ids;
import io.partnerhub.platform.caller.ActingFor;
import io.partnerhub.platform.caller.Caller;
import io.partnerhub.platform.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * Codes that a partner's own platform sends to the mobile number of somebody it is about
 * to register, or whose bank card it checks. A code holds for that partner, that number
 * and that purpose.
 */
@Service
public class MobileCodes {

	private final VerificationCodes codes;

	private final Associations associations;

	MobileCodes(VerificationCodes codes, Associations associations) {
		this.codes = codes;
		this.associations = associations;
	}

	/** A bank card is checked for a customer of the partner. */
	void send(Caller caller, Scene scene, String mobile, @Nullable String customerId, Language language,
			@Nullable Integer minutes) {
		ActingFor.reseller(caller, null, (id) -> Optional.empty()).require(Permission.DEVELOP_CUSTOMERS);
		if (scene == Scene.BANK_CARD) {
			requireOwnCustomer(caller, customerId);
		}
		this.codes.send(Errand.ofPlatform(caller, scene, mobile, language, minutes), "/timeout");
	}

	/**
	 * Tries the code sent to register a number. The right one is used up later, together
	 * with the registration; a wrong try counts at once.
	 * @return the code to use up
	 */
	public UUID tried(Caller caller, String mobile, @Nullable String typed) {
		UUID code = this.codes.newest(Errand.mobileOf(caller, mobile), Scene.REGISTRATION.name())
			.map(VerificationCode::id)
			.orElseThrow(MobileCodes::wrong);
		if (typed == null) {
			throw wrong();
		}
		return switch (this.codes.attempt(code, typed).verdict()) {
			case RIGHT -> code;
			case EXPIRED -> throw Problem.badRequest("CBC.99004008", "The verification code has expired.");
			case TRIES_USED_UP ->
				throw Problem.badRequest("CBC.99004009", "A wrong verification code was given three times.");
			case WRONG, USED -> throw wrong();
		};
	}

	/** Uses up a code that was found right, in the transaction of the registration. */
	public void use(UUID code) {
		if (!this.codes.use(code)) {
			throw wrong();
		}
	}

	private void requireOwnCustomer(Caller caller, @Nullable String customerId) {
		if (customerId == null) {
			throw Problem.invalid("/customer_id", "REQUIRED", "Say whose bank card is checked.");
		}
		boolean own = Ids.parse(customerId)
			.flatMap(this.associations::findPresent)
			.filter((link) -> link.ownerPartnerId().equals(caller.owner()))
			.isPresent();
		if (!own) {
			throw Problem.notFound("customer");
		}
	}

	private static Problem wrong() {
		return Problem.badRequest("CBC.99004010", "The verification code is wrong.");
	}

}
