package io.partnerhub.program.partner;

import java.util.UUID;

import io.partnerhub.contracts.PartnerType;
import io.partnerhub.program.member.Member;
import io.partnerhub.program.member.NewMember;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * What the vendor tells about a partner that joins: the company, its distributor if it is
 * a reseller, and the person who will let in all others.
 */
record NewPartner(@NotNull PartnerType type, @NotBlank @Size(max = 128) @Schema(example = "云帆科技有限公司") String name,
		@NotBlank @Email @Size(max = 254) @Schema(example = "office@yunfan.example") String email,
		@NotNull @Pattern(regexp = "\\+?[0-9][0-9 -]{4,18}") @Schema(example = "+86 13800000000") String mobile,
		@Nullable UUID distributorId, @NotNull @Valid Administrator administrator) {

	/** The person behind the first login. */
	record Administrator(@NotNull @Pattern(regexp = Member.LOGIN_NAME) @Schema(example = "zhang.min") String loginName,
			@NotBlank @Size(max = 64) @Schema(example = "张敏") String displayName,
			@NotBlank @Size(max = 256) @Schema(example = "https://login.example.com") String issuer,
			@NotBlank @Size(max = 255) @Schema(example = "5b1f7c22") String subject,
			@Email @Size(min = 3, max = 254) @Schema(example = "zhang.min@yunfan.example") @Nullable String email,
			@Size(max = 24) @Schema(example = "13800000000") @Nullable String mobile) {

		NewMember asMember() {
			return NewMember.administrator(this.loginName, this.displayName, this.issuer, this.subject, this.email,
					this.mobile);
		}

	}

}
