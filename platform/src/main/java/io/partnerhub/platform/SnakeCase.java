package io.partnerhub.platform;

import java.util.Locale;

/** How the vendor-compatible API writes names: {@code customer_id}. */
public final class SnakeCase {

	private SnakeCase() {
	}

	/** The name, or the path of names, of something here. */
	public static String of(String name) {
		return name.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "_").toLowerCase(Locale.ROOT);
	}

}
