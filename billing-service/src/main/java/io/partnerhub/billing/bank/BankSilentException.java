package io.partnerhub.billing.bank;

/** The bank did not answer in time: it may have paid or not. */
public class BankSilentException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	public BankSilentException(String message) {
		super(message);
	}

}
