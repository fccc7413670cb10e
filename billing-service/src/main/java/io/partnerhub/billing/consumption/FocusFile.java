package io.partnerhub.billing.consumption;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/**
 * A FOCUS 1.x file, read row by row: whatever its size, no more than a row of it lies in
 * memory.
 */
final class FocusFile implements Closeable {

	private static final CSVFormat FORMAT = CSVFormat.RFC4180.builder().setNullString("NULL").get();

	/** No row is longer than that; a quote that never closes is noticed by then. */
	private static final int LONGEST_ROW = 4 * 1024 * 1024;

	private final String name;

	private final BillCycle latest;

	private final Bounded bytes;

	private final CSVParser parser;

	private final Iterator<CSVRecord> rows;

	private final Map<String, Integer> columns = new HashMap<>();

	private long line;

	private FocusFile(String name, InputStream content, BillCycle latest) throws IOException {
		this.name = name;
		this.latest = latest;
		this.bytes = new Bounded(content);
		this.parser = CSVParser.builder()
			.setReader(new BufferedReader(new InputStreamReader(this.bytes,
					StandardCharsets.UTF_8.newDecoder()
						.onMalformedInput(CodingErrorAction.REPORT)
						.onUnmappableCharacter(CodingErrorAction.REPORT))))
			.setFormat(FORMAT)
			.get();
		this.rows = this.parser.iterator();
	}

	/**
	 * Opens a file at its first row after the header.
	 * @param name stands for the content of the file
	 * @param latest the last cycle it can tell of
	 */
	static FocusFile open(String name, InputStream content, BillCycle latest) throws IOException {
		FocusFile file = new FocusFile(name, content, latest);
		file.readHeader();
		return file;
	}

	/** The next row, or nothing at the end. */
	@Nullable Consumed next() {
		CSVRecord row = row();
		if (row == null) {
			return null;
		}
		if (row.size() != this.columns.size()) {
			throw new RowProblem(this.line, "COLUMN_COUNT", row.size() + " instead of " + this.columns.size());
		}
		return FocusRules.consumed(new FocusRow(this.line, row, this.columns), this.name, this.latest);
	}

	@Override
	public void close() throws IOException {
		this.parser.close();
	}

	private void readHeader() {
		CSVRecord header = row();
		List<String> names = (header != null) ? header.toList() : List.of();
		for (int at = 0; at < names.size(); at++) {
			this.columns.put(String.valueOf(names.get(at)).replace("\uFEFF", ""), at);
		}
		for (String required : FocusRow.REQUIRED) {
			if (!this.columns.containsKey(required)) {
				throw new RowProblem(1, "COLUMN_MISSING", required);
			}
		}
		if (this.columns.size() != names.size()) {
			throw new RowProblem(1, "COLUMN_TWICE", "a column stands there twice");
		}
	}

	private @Nullable CSVRecord row() {
		this.line++;
		this.bytes.row();
		try {
			return this.rows.hasNext() ? this.rows.next() : null;
		}
		catch (UncheckedIOException | IllegalStateException ex) {
			throw new BrokenFile(this.line, ex);
		}
	}

	/** Nothing behind this place can be read. */
	static final class BrokenFile extends RuntimeException {

		private static final long serialVersionUID = 1L;

		private final long line;

		BrokenFile(long line, Exception cause) {
			super(cause);
			this.line = line;
		}

		RowProblem.Issue issue() {
			return new RowProblem.Issue(this.line, "FILE_BROKEN", "no row can be read from here on");
		}

	}

	/** Refuses a row that never ends. */
	private static final class Bounded extends FilterInputStream {

		private int read;

		Bounded(InputStream content) {
			super(content);
		}

		void row() {
			this.read = 0;
		}

		@Override
		public int read() throws IOException {
			return counted(super.read(), 1);
		}

		@Override
		public int read(byte[] target, int offset, int length) throws IOException {
			int found = super.read(target, offset, length);
			return counted(found, found);
		}

		private int counted(int found, int bytes) throws IOException {
			this.read += Math.max(bytes, 0);
			if (this.read > LONGEST_ROW) {
				throw new IOException("a row is longer than " + LONGEST_ROW + " bytes");
			}
			return found;
		}

	}

}
