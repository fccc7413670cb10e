package io.partnerhub.platform.problem;

import javax.sql.DataSource;

import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.transaction.support.DefaultTransactionStatus;

/**
 * Tells a commit that went unanswered from a statement that failed: only the first has an
 * unknown outcome.
 */
public final class SafeTransactionManager extends JdbcTransactionManager {

	private static final long serialVersionUID = 1L;

	public SafeTransactionManager(DataSource dataSource) {
		super(dataSource);
	}

	@Override
	protected void doCommit(DefaultTransactionStatus status) {
		try {
			super.doCommit(status);
		}
		catch (TransactionSystemException | DataAccessResourceFailureException ex) {
			throw new OutcomeUnknownException(ex);
		}
	}

	@Override
	protected void doRollback(DefaultTransactionStatus status) {
		try {
			super.doRollback(status);
		}
		catch (TransactionException | DataAccessResourceFailureException ex) {
			logger.debug("rollback on a lost connection: the database has rolled back by itself", ex);
		}
	}

}
