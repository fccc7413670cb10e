package io.partnerhub.gateway;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signs as a client does: from the values it means, not from what stands on the wire. */
record Signer(String accessKey, String secret) {

	private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'")
		.withZone(ZoneOffset.UTC);

	/** All headers of the request; those given are signed, with host and date. */
	Map<String, String> sign(Instant now, String method, String canonicalPath, String canonicalQuery,
			Map<String, String> more, byte[] body) {
		TreeMap<String, String> signed = new TreeMap<>(more);
		signed.put("host", "127.0.0.1:8080");
		signed.put("x-sdk-date", DATE.format(now));
		StringBuilder lines = new StringBuilder();
		signed.forEach((name, value) -> lines.append(name).append(':').append(value).append('\n'));
		String names = String.join(";", signed.keySet());
		String canonical = String.join("\n", method, canonicalPath, canonicalQuery, lines, names, hex(sha256(body)));
		String text = "SDK-HMAC-SHA256\n" + signed.get("x-sdk-date") + "\n"
				+ hex(sha256(canonical.getBytes(StandardCharsets.UTF_8)));
		TreeMap<String, String> headers = new TreeMap<>(signed);
		headers.remove("host");
		headers.put("Host", "127.0.0.1:8080");
		headers.put("Authorization",
				"SDK-HMAC-SHA256 Access=" + this.accessKey + ", SignedHeaders=" + names + ", Signature=" + hmac(text));
		headers.put("Content-Type", "application/json");
		return headers;
	}

	private String hmac(String text) {
		try {
			Mac mac = Mac.getInstance("HmacSHA256");
			mac.init(new SecretKeySpec(this.secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
			return hex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static byte[] sha256(byte[] bytes) {
		try {
			return MessageDigest.getInstance("SHA-256").digest(bytes);
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static String hex(byte[] bytes) {
		return HexFormat.of().formatHex(bytes);
	}

}
