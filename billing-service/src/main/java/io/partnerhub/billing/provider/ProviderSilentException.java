package io.partnerhub.billing.provider;

/** The provider did not answer in time: money may have moved or not. */
public class ProviderSilentException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	public ProviderSilentException(String message) {
		super(message);
	}

}
