package io.partnerhub.program.partner;

import java.util.Objects;

import io.partnerhub.program.contact.ContactRules;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * What a partner sets for itself, whole: where the partner is reached (PRE-01), whether
 * its people's critical operations ask for a code, and the language of mails to
 * its people and customers, zh or en, which stays as it was if left out.
 */
@Schema(name = "PartnerSettings")
record NewSettings(@NotBlank @Email @Size(min = 3, max = 254) @Schema(example = "office@yunfan.example") String email,
		@NotBlank @Size(max = 24) @Schema(example = "13800000000") String mobile,
		@NotNull Boolean verificationCodeRequired, @Pattern(regexp = "zh|en",
				message = "must be zh or en") @Schema(example = "zh") @Nullable String mailLanguage) {

	String spelledEmail() {
		return Objects.requireNonNull(ContactRules.email(this.email));
	}

	String spelledMobile() {
		return Objects.requireNonNull(ContactRules.mobile(this.mobile));
	}

}
