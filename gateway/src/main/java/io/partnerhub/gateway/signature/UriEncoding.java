package io.partnerhub.gateway.signature;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/**
 * Percent-encoding as the signature sees it: only {@code A-Za-z0-9-_.~} stay, hex in
 * upper case, whatever the client's HTTP library put on the wire.
 */
final class UriEncoding {

	private static final HexFormat HEX = HexFormat.of().withUpperCase();

	private static final String MARKS = "-_.~";

	private UriEncoding() {
	}

	static String normalize(String encoded) {
		return encode(decode(encoded));
	}

	/** UTF-8 text of a percent-encoded one; a plus stays a plus. */
	static String decode(String encoded) {
		if (encoded.indexOf('%') < 0) {
			return encoded;
		}
		ByteArrayOutputStream bytes = new ByteArrayOutputStream(encoded.length());
		for (int at = 0; at < encoded.length(); at++) {
			char next = encoded.charAt(at);
			if (next == '%' && at + 2 < encoded.length()) {
				bytes.write(HexFormat.fromHexDigits(encoded, at + 1, at + 3));
				at += 2;
			}
			else {
				bytes.writeBytes(String.valueOf(next).getBytes(StandardCharsets.UTF_8));
			}
		}
		return bytes.toString(StandardCharsets.UTF_8);
	}

	static String encode(String text) {
		StringBuilder encoded = new StringBuilder(text.length() + 16);
		for (byte octet : text.getBytes(StandardCharsets.UTF_8)) {
			if (unreserved(octet)) {
				encoded.append((char) octet);
			}
			else {
				encoded.append('%').append(HEX.toHexDigits(octet));
			}
		}
		return encoded.toString();
	}

	private static boolean unreserved(byte octet) {
		return (octet >= 'a' && octet <= 'z') || (octet >= 'A' && octet <= 'Z') || (octet >= '0' && octet <= '9')
				|| MARKS.indexOf(octet) >= 0;
	}

}
