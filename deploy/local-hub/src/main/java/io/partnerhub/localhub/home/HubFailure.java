package io.partnerhub.localhub.home;

import org.jspecify.annotations.Nullable;

/**
 * Why the hub cannot go on, in words for the person at the keyboard: the cause, and what
 * to do about it.
 */
public final class HubFailure extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final String remedy;

	public HubFailure(String cause, String remedy) {
		this(cause, remedy, null);
	}

	public HubFailure(String cause, String remedy, @Nullable Throwable origin) {
		super(cause, origin);
		this.remedy = remedy;
	}

	/**
	 * The failure behind an exception: a full disk is named as such wherever it shows.
	 */
	public static HubFailure of(String what, Throwable origin, String remedy) {
		for (Throwable cause = origin; cause != null; cause = cause.getCause()) {
			if (cause instanceof HubFailure failure) {
				return failure;
			}
			String message = String.valueOf(cause.getMessage());
			if (message.contains("No space left on device") || message.contains("Disk quota exceeded")) {
				return new HubFailure(what + ": the disk is full", "Free some space, then run './hub up' again.",
						origin);
			}
		}
		return new HubFailure(what + ": " + root(origin), remedy, origin);
	}

	public String remedy() {
		return this.remedy;
	}

	private static String root(Throwable origin) {
		Throwable cause = origin;
		while (cause.getCause() != null) {
			cause = cause.getCause();
		}
		return (cause.getMessage() != null) ? cause.getMessage() : cause.getClass().getSimpleName();
	}

}
