package io.partnerhub.customer.invitation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.UUID;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import org.springframework.core.io.Resource;
import org.springframework.stereotype.Component;

/**
 * The tokens of off-line links: shown whenever the page is opened, and yet kept nowhere,
 * because each is derived from its link's id with a key of the hub.
 */
@Component
class LinkTokens {

	private static final String HMAC = "HmacSHA256";

	private static final int KEY_BYTES = 32;

	private final SecretKeySpec key;

	LinkTokens(InvitationSettings settings) {
		this.key = new SecretKeySpec(read(settings.linkKey()), HMAC);
	}

	InvitationToken of(UUID linkId) {
		try {
			Mac mac = Mac.getInstance(HMAC);
			mac.init(this.key);
			byte[] token = mac.doFinal(linkId.toString().getBytes(StandardCharsets.UTF_8));
			return new InvitationToken(Base64.getUrlEncoder().withoutPadding().encodeToString(token));
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static byte[] read(Resource file) {
		try {
			byte[] key = Base64.getDecoder().decode(file.getContentAsString(StandardCharsets.UTF_8).strip());
			if (key.length < KEY_BYTES) {
				throw new IllegalArgumentException("partnerhub.invitations.link-key is shorter than 32 bytes");
			}
			return key;
		}
		catch (IOException ex) {
			throw new UncheckedIOException("partnerhub.invitations.link-key cannot be read", ex);
		}
	}

}
