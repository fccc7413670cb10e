package io.partnerhub.program.member;

import java.util.List;
import java.util.UUID;

import io.partnerhub.contracts.Role;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * What a member becomes, whole; the login name stays (ORG-07).
 *
 * @param supervisorId absent for none
 * @param email where the member's verification codes go; absent for nowhere
 * @param mobile the same as a text message
 */
record MemberChange(@NotBlank @Size(max = 64) String displayName, @NotNull @Size(max = 10) List<@NotNull Role> roles,
		@Nullable UUID supervisorId, @Email @Size(min = 3, max = 254) @Nullable String email,
		@Size(max = 24) @Nullable String mobile) {
}
