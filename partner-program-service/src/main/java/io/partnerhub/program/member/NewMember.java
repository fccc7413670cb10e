package io.partnerhub.program.member;

import java.util.List;
import java.util.UUID;

import io.partnerhub.contracts.Role;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * What is needed to let a person into the hub: names, roles, and the one login it will
 * come with.
 */
public record NewMember(
		@NotNull @Pattern(regexp = Member.LOGIN_NAME) @Schema(example = "li.wei",
				description = "cannot be changed later (ORG-07)") String loginName,
		@NotBlank @Size(max = 64) @Schema(example = "李伟") String displayName,
		@NotNull @Size(max = 10) List<@NotNull Role> roles, @Nullable UUID supervisorId,
		@NotBlank @Size(max = 256) @Schema(example = "https://login.example.com") String issuer,
		@NotBlank @Size(max = 255) @Schema(example = "8f0e5a1c") String subject,
		@Email @Size(min = 3, max = 254) @Schema(example = "li.wei@yunfan.example",
				description = "where verification codes go (X-01)") @Nullable String email,
		@Size(max = 24) @Schema(example = "13800000000") @Nullable String mobile) {

	/** The first person of a partner, who lets in all others. */
	public static NewMember administrator(String loginName, String displayName, String issuer, String subject,
			@Nullable String email, @Nullable String mobile) {
		return new NewMember(loginName, displayName, List.of(Role.SYSTEM_ADMIN), null, issuer, subject, email, mobile);
	}

}
