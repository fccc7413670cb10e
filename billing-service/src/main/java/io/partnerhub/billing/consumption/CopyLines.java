package io.partnerhub.billing.consumption;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.sql.Wrapper;
import java.time.Instant;
import java.util.UUID;
import java.util.function.BiConsumer;

import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.StatementCallback;

/**
 * Rows in the text form of COPY, which takes many fastest; sent while they are written,
 * so that the database works on the first while the last are not written yet.
 */
final class CopyLines {

	private static final String ABSENT = "\\N";

	private static final int PIECE = 64 * 1024;

	private final StringBuilder text = new StringBuilder();

	/**
	 * Writes rows into a table.
	 * @param copy a COPY from stdin that names the columns
	 */
	static <T> void send(JdbcOperations jdbc, String copy, Iterable<T> rows, BiConsumer<CopyLines, T> writer) {
		jdbc.execute((StatementCallback<Long>) (statement) -> {
			Wrapper connection = statement.getConnection();
			return send(connection.unwrap(PGConnection.class).getCopyAPI().copyIn(copy), rows, writer);
		});
	}

	private static <T> long send(CopyIn copy, Iterable<T> rows, BiConsumer<CopyLines, T> writer) throws SQLException {
		try {
			CopyLines lines = new CopyLines();
			for (T row : rows) {
				writer.accept(lines, row);
				lines.end();
				if (lines.text.length() >= PIECE) {
					lines.flush(copy);
				}
			}
			lines.flush(copy);
			return copy.endCopy();
		}
		finally {
			if (copy.isActive()) {
				copy.cancelCopy();
			}
		}
	}

	private void flush(CopyIn copy) throws SQLException {
		byte[] piece = take().getBytes(StandardCharsets.UTF_8);
		copy.writeToCopy(piece, 0, piece.length);
	}

	CopyLines number(long number) {
		this.text.append(number).append('\t');
		return this;
	}

	CopyLines id(@Nullable UUID id) {
		this.text.append((id != null) ? id.toString() : ABSENT).append('\t');
		return this;
	}

	CopyLines time(Instant time) {
		this.text.append(time).append('\t');
		return this;
	}

	CopyLines decimal(@Nullable BigDecimal value) {
		this.text.append((value != null) ? value.toPlainString() : ABSENT).append('\t');
		return this;
	}

	CopyLines text(@Nullable String value) {
		if (value == null) {
			this.text.append(ABSENT);
		}
		else {
			escape(value);
		}
		this.text.append('\t');
		return this;
	}

	/** Columns that were written before. */
	CopyLines columns(String written) {
		this.text.append(written);
		return this;
	}

	private void end() {
		this.text.setCharAt(this.text.length() - 1, '\n');
	}

	/** What was written so far, for {@link #columns}; the rest begins anew. */
	String take() {
		String written = this.text.toString();
		this.text.setLength(0);
		return written;
	}

	private void escape(String value) {
		if (value.chars().noneMatch(CopyLines::isSpecial)) {
			this.text.append(value);
			return;
		}
		for (int at = 0; at < value.length(); at++) {
			char character = value.charAt(at);
			switch (character) {
				case '\\' -> this.text.append("\\\\");
				case '\t' -> this.text.append("\\t");
				case '\n' -> this.text.append("\\n");
				case '\r' -> this.text.append("\\r");
				default -> this.text.append(character);
			}
		}
	}

	private static boolean isSpecial(int character) {
		return character == '\\' || character == '\t' || character == '\n' || character == '\r';
	}

}
