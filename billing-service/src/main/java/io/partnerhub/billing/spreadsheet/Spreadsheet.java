package io.partnerhub.billing.spreadsheet;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;

/**
 * Lines of an export that spreadsheet programs open: UTF-8 with a mark at its
 * beginning, and no text a formula.
 */
public final class Spreadsheet {

	/** Tells spreadsheet programs that the file is UTF-8. */
	private static final char BYTE_ORDER_MARK = '\uFEFF';

	/** With what a spreadsheet program takes a text for a formula. */
	private static final String FORMULA = "=+-@\t\r\n＝＋－＠";

	private Spreadsheet() {
	}

	/** A part of a file. */
	public static byte[] part(List<List<String>> lines) {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try (Writer writer = new OutputStreamWriter(bytes, StandardCharsets.UTF_8)) {
			write(writer, lines);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return bytes.toByteArray();
	}

	/** The first part of a file, under its headings. */
	public static byte[] firstPart(List<String> headings, List<List<String>> lines) {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try (Writer writer = new OutputStreamWriter(bytes, StandardCharsets.UTF_8)) {
			writer.write(BYTE_ORDER_MARK);
			write(writer, List.of(headings));
			write(writer, lines);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return bytes.toByteArray();
	}

	/** A text that somebody typed in, as a cell. */
	public static String text(@Nullable String text) {
		if (text == null || text.isEmpty()) {
			return "";
		}
		return (FORMULA.indexOf(text.charAt(0)) >= 0) ? "'" + text : text;
	}

	private static void write(Writer writer, List<List<String>> lines) throws IOException {
		CSVPrinter printer = new CSVPrinter(writer, CSVFormat.RFC4180);
		for (List<String> line : lines) {
			printer.printRecord(line);
		}
		printer.flush();
	}

}
