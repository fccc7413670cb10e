package io.partnerhub.customer.verification;

import java.util.UUID;

import io.partnerhub.customer.mail.Language;
import io.partnerhub.platform.caller.Caller;
import io.partnerhub.platform.problem.Problem;
import org.jspecify.annotations.Nullable;

/**
 * Which code goes where: a person's own code for a critical operation, or one that a
 * partner's platform sends to the mobile number of somebody it is about to register.
 *
 * @param partnerId the tenant; none for a customer's own
 * @param holder who may use the code
 * @param purpose what for
 * @param sender whose sends are limited
 * @param recipient mobile number in E.164 or e-mail address
 */
record Errand(@Nullable UUID partnerId, String holder, String purpose, String sender, Channel channel, String recipient,
		Language language, @Nullable Integer minutes) {

	private static final String PLATFORM = "PARTNER:";

	static Errand ofPlatform(Caller caller, Scene scene, String mobile, Language language, @Nullable Integer minutes) {
		return new Errand(caller.tenant(), mobileOf(caller, mobile), scene.name(), PLATFORM + caller.owner(),
				Channel.SMS, mobile, language, minutes);
	}

	/** A member or a customer; an access key signs instead, so it needs no code. */
	static String person(Caller caller) {
		if (caller.memberId() != null) {
			return "MEMBER:" + caller.memberId();
		}
		if (caller.customerId() != null) {
			return "CUSTOMER:" + caller.customerId();
		}
		throw Problem.forbidden("ACCESS_DENIED", "Codes are for members of a partner and for customers.");
	}

	/** Another partner's code for the same number is another code. */
	static String mobileOf(Caller caller, String mobile) {
		return PLATFORM + caller.owner() + " " + mobile;
	}

	boolean byPlatform() {
		return this.sender.startsWith(PLATFORM);
	}

}
