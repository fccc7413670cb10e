package io.partnerhub.billing.statement;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;

import io.partnerhub.billing.ledger.AccountHistory.Line;

/**
 * A statement while it is written: its head first, then its lines, closed with its end.
 */
interface StatementFile extends Closeable {

	/** Of the partner with the name. */
	static StatementFile open(AccountStatement statement, String partner, OutputStream target) throws IOException {
		StatementWords words = new StatementWords(statement.language());
		return (statement.format() == AccountStatement.Format.PDF) ? new StatementPdf(statement, partner, words, target)
				: new StatementCsv(statement, words, target);
	}

	void line(Line line) throws IOException;

	/** Writes the end, with the balance that the lines led to. */
	void end() throws IOException;

}
