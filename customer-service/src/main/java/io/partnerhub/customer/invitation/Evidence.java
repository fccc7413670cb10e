package io.partnerhub.customer.invitation;

import java.time.Instant;
import java.util.UUID;

import io.partnerhub.customer.mail.Language;
import io.partnerhub.customer.privacy.PersonalField;
import io.partnerhub.customer.privacy.Reveal;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Which notice a customer accepted with which login, when and from where (INV-14); login
 * and address are masked unless revealed.
 *
 * @param noticeDigest SHA-256 of the text he read, in hexadecimal digits
 */
@Schema(name = "AssociationEvidence")
record Evidence(UUID associationId, Channel channel, @Schema(example = Notice.VERSION) String noticeVersion,
		Language noticeLanguage, String noticeDigest,
		@Schema(description = "Masked unless revealed", example = "l***") String login,
		@Nullable @Schema(description = "Masked unless revealed", example = "203.***") String address,
		Instant acceptedAt) {

	/** What can be revealed of evidence. */
	static final PersonalField[] PERSONAL = { PersonalField.LOGIN, PersonalField.ADDRESS };

	Evidence shown(Reveal reveal) {
		return new Evidence(this.associationId, this.channel, this.noticeVersion, this.noticeLanguage,
				this.noticeDigest, reveal.text(PersonalField.LOGIN, this.login),
				reveal.show(PersonalField.ADDRESS, this.address), this.acceptedAt);
	}

}
