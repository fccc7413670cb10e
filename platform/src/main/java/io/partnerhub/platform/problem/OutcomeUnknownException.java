package io.partnerhub.platform.problem;

import org.springframework.transaction.TransactionException;

/**
 * The connection broke while a commit was under way: the database may have done it or
 * not.
 */
public class OutcomeUnknownException extends TransactionException {

	private static final long serialVersionUID = 1L;

	public OutcomeUnknownException(Throwable cause) {
		super("commit unanswered", cause);
	}

}
