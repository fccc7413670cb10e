package io.partnerhub.coupon.whitelist;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import io.partnerhub.platform.problem.Problem;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** A white-list as a file: CSV by RFC 4180 with the heading {@code accountName,name}. */
final class WhitelistFile {

	private static final String BYTE_ORDER_MARK = "\uFEFF";

	private static final CSVFormat FORMAT = CSVFormat.RFC4180.builder()
		.setHeader()
		.setSkipHeaderRecord(true)
		.setIgnoreEmptyLines(true)
		.setTrim(true)
		.get();

	private WhitelistFile() {
	}

	/** A row that lacks a column has nothing in it. */
	static List<WhitelistRow> read(byte[] file, int maxRows) {
		try (CSVParser parser = CSVParser.parse(new StringReader(text(file)), FORMAT)) {
			if (!parser.getHeaderNames().equals(List.of("accountName", "name"))) {
				throw malformed("The first line is accountName,name.");
			}
			List<WhitelistRow> rows = new ArrayList<>();
			for (CSVRecord line : parser) {
				if (rows.size() == maxRows) {
					throw Problem.badRequest("TOO_MANY_ROWS", "At most " + maxRows + " rows in one file.")
						.with("limit", maxRows);
				}
				rows.add(new WhitelistRow(rows.size() + 1, column(line, 0), column(line, 1)));
			}
			if (rows.isEmpty()) {
				throw malformed("The file has no rows.");
			}
			return rows;
		}
		catch (CharacterCodingException ex) {
			throw malformed("The file is not UTF-8.");
		}
		catch (IOException | UncheckedIOException | IllegalArgumentException ex) {
			throw malformed("The text cannot be read as CSV.");
		}
	}

	private static String text(byte[] file) throws CharacterCodingException {
		String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(file)).toString();
		return text.startsWith(BYTE_ORDER_MARK) ? text.substring(BYTE_ORDER_MARK.length()) : text;
	}

	private static String column(CSVRecord line, int index) {
		return (line.size() > index) ? line.get(index) : "";
	}

	private static Problem malformed(String detail) {
		return Problem.badRequest("MALFORMED_FILE", detail);
	}

}
