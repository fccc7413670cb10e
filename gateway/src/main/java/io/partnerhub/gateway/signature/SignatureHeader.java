package io.partnerhub.gateway.signature;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * What {@code Authorization: SDK-HMAC-SHA256 …} says (API-02): the access key, the signed
 * headers in their order, and the signature. Other algorithms are not understood.
 */
record SignatureHeader(String accessKey, String signedHeaders, String signature) {

	private static final Pattern FORM = Pattern.compile("SDK-HMAC-SHA256 +Access=([A-Za-z0-9_-]{1,64}), *"
			+ "SignedHeaders=([a-z0-9-]+(?:;[a-z0-9-]+)*), *Signature=([0-9a-f]{64})");

	static Optional<SignatureHeader> parse(@Nullable String authorization) {
		if (authorization == null || authorization.length() > 2000) {
			return Optional.empty();
		}
		Matcher form = FORM.matcher(authorization);
		return form.matches() ? Optional.of(new SignatureHeader(form.group(1), form.group(2), form.group(3)))
				: Optional.empty();
	}

	List<String> names() {
		return List.of(this.signedHeaders.split(";"));
	}

	boolean signs(String header) {
		return names().contains(header);
	}

}
