package io.partnerhub.billing.statement;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;

import io.partnerhub.billing.ledger.AccountHistory.Line;
import io.partnerhub.billing.ledger.AccountHistory.Mark;
import io.partnerhub.platform.money.Money;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/**
 * A statement that spreadsheet programs open: UTF-8 with a mark at its beginning, one
 * line per entry between the opening and the closing balance.
 */
final class StatementCsv implements StatementFile {

	/** Tells spreadsheet programs that the file is UTF-8. */
	private static final char BYTE_ORDER_MARK = '\uFEFF';

	private final AccountStatement statement;

	private final StatementWords words;

	private final CSVPrinter lines;

	StatementCsv(AccountStatement statement, StatementWords words, OutputStream target) throws IOException {
		this.statement = statement;
		this.words = words;
		Writer writer = new BufferedWriter(new OutputStreamWriter(target, StandardCharsets.UTF_8));
		writer.write(BYTE_ORDER_MARK);
		this.lines = new CSVPrinter(writer, CSVFormat.RFC4180);
		this.lines.printRecord(words.get("number"), words.get("time"), words.get("kind"), words.get("transaction"),
				words.get("income"), words.get("expense"), words.get("balance"), words.get("currency"),
				words.get("other"), words.get("serial"));
		balance("opening", statement.from().toString(), statement.opening());
	}

	@Override
	public void line(Line line) throws IOException {
		Money change = line.change();
		boolean income = change.isPositive();
		this.lines.printRecord(line.sequence(), line.at(), this.words.kind(line.kind()), line.transactionId(),
				income ? text(change) : "", income ? "" : text(Money.zero().minus(change)), text(line.balance()),
				change.currency(), line.other().id(), line.bankSerialNumber());
	}

	@Override
	public void end() throws IOException {
		balance("closing", this.statement.to().toString(), this.statement.closing());
	}

	@Override
	public void close() throws IOException {
		this.lines.close();
	}

	private void balance(String key, String time, Mark mark) throws IOException {
		this.lines.printRecord("", time, this.words.get(key), "", "", "", text(mark.balance()),
				mark.balance().currency(), "", "");
	}

	private static String text(Money money) {
		return money.decimal().toPlainString();
	}

}
