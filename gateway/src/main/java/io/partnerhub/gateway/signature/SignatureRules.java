package io.partnerhub.gateway.signature;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Set;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * The rules of a request signature (API-02): what must be signed, how far its date may be
 * from ours, whether it fits the secret, and which operations a copy of it could repeat.
 */
final class SignatureRules {

	static final Duration SKEW = Duration.ofMinutes(15);

	private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'");

	private static final Set<String> MUTATING = Set.of("POST", "PUT", "PATCH", "DELETE");

	private static final Pattern QUERIES = Pattern
		.compile("/v[0-9]/.*/(?:query|batch-query|check-identity)|/v2/bills/ratings/.+");

	private SignatureRules() {
	}

	static boolean coversHostAndDate(SignatureHeader header) {
		return header.signs("host") && header.signs("x-sdk-date");
	}

	static boolean timely(@Nullable String date, Instant now) {
		if (date == null) {
			return false;
		}
		try {
			Instant signed = LocalDateTime.parse(date.trim(), DATE).toInstant(ZoneOffset.UTC);
			return Duration.between(signed, now).abs().compareTo(SKEW) <= 0;
		}
		catch (DateTimeException ex) {
			return false;
		}
	}

	/**
	 * Whether one of the canonical forms carries the signature; compared in constant
	 * time.
	 */
	static boolean fits(ReceivedRequest request, SignatureHeader header, String secret) {
		String date = request.header().apply("x-sdk-date");
		byte[] signature = header.signature().getBytes(StandardCharsets.US_ASCII);
		boolean fits = false;
		for (String form : CanonicalRequest.forms(request, header)) {
			String text = "SDK-HMAC-SHA256\n" + date + "\n" + Hashes.sha256(form.getBytes(StandardCharsets.UTF_8));
			byte[] expected = Hashes.hmacSha256(secret, text).getBytes(StandardCharsets.US_ASCII);
			fits |= MessageDigest.isEqual(expected, signature);
		}
		return fits;
	}

	/**
	 * Whether a copy of the request could do something twice: it changes state and bears
	 * no signed idempotency key, under which a repeat is harmless.
	 */
	static boolean replayable(ReceivedRequest request, SignatureHeader header) {
		boolean repeatsSafely = header.signs("idempotency-key") && request.header().apply("idempotency-key") != null;
		return MUTATING.contains(request.method()) && !QUERIES.matcher(request.path()).matches() && !repeatsSafely;
	}

}
