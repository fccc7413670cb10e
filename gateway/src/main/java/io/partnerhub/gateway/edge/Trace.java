package io.partnerhub.gateway.edge;

import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.partnerhub.platform.Ids;
import org.jspecify.annotations.Nullable;

/**
 * The trace a request belongs to: that of a valid {@code traceparent}, else a new one.
 * Its id is the request id on every answer.
 */
public record Trace(String id, String span) {

	public static final String ATTRIBUTE = Trace.class.getName();

	private static final Pattern PARENT = Pattern
		.compile("00-(?!0{32})([0-9a-f]{32})-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}");

	static Trace of(@Nullable String traceparent) {
		String span = HexFormat.of().toHexDigits(Ids.next().getLeastSignificantBits());
		if (traceparent != null && traceparent.length() == 55) {
			Matcher parent = PARENT.matcher(traceparent);
			if (parent.matches()) {
				return new Trace(parent.group(1), span);
			}
		}
		return new Trace(Ids.next().toString().replace("-", ""), span);
	}

	public String traceparent() {
		return "00-" + this.id + "-" + this.span + "-01";
	}

}
