package io.partnerhub.customer.invitation;

import java.time.Instant;
import java.util.UUID;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Which notice a customer accepted with which login, when and from where (INV-14).
 *
 * @param noticeDigest SHA-256 of the text he read, in hexadecimal digits
 */
@Schema(name = "AssociationEvidence")
record Evidence(UUID associationId, Channel channel, @Schema(example = Notice.VERSION) String noticeVersion,
		Language noticeLanguage, String noticeDigest, String login, @Nullable String address, Instant acceptedAt) {
}
