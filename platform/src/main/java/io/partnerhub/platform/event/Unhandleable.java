package io.partnerhub.platform.event;

/**
 * Thrown by a handler for an event that will never make sense however often it is
 * repeated, such as one of an unknown partner. It becomes a dead letter; every other
 * failure is repeated for ever, because the saga waits.
 */
public class Unhandleable extends RuntimeException {

	private static final long serialVersionUID = 1L;

	public Unhandleable(String message) {
		super(message);
	}

	public Unhandleable(String message, Throwable cause) {
		super(message, cause);
	}

}
