package io.partnerhub.coupon.bulk;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

import io.partnerhub.platform.problem.Problem;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.apache.commons.csv.DuplicateHeaderMode;
import org.apache.commons.io.input.BOMInputStream;
import org.apache.commons.io.input.BoundedInputStream;
import org.springframework.http.HttpStatus;

/**
 * A file of vouchers to issue, read as it arrives: UTF-8, comma-separated, the first line
 * names the columns. What is no such file is refused whole; a bad cell spoils its row
 * only.
 */
final class CsvFile {

	private static final CSVFormat FORMAT = CSVFormat.RFC4180.builder()
		.setHeader()
		.setSkipHeaderRecord(true)
		.setIgnoreHeaderCase(true)
		.setIgnoreEmptyLines(true)
		.setTrim(true)
		.setDuplicateHeaderMode(DuplicateHeaderMode.DISALLOW)
		.get();

	/** So many rows are kept in memory at a time. */
	private static final int BATCH = 1_000;

	private final BulkSettings settings;

	CsvFile(BulkSettings settings) {
		this.settings = settings;
	}

	/** Hands the rows on in batches and tells how many there were. */
	int read(InputStream body, Consumer<List<IssueRow>> batches) {
		try (CSVParser parser = FORMAT.parse(reader(body))) {
			checkColumns(parser.getHeaderNames());
			return read(parser, batches);
		}
		catch (CharacterCodingException ex) {
			throw malformed("The file is not UTF-8.");
		}
		catch (CSVException | IllegalArgumentException ex) {
			throw malformed("The file is not comma-separated, or its header is not readable.");
		}
		catch (UncheckedIOException ex) {
			throw (ex.getCause() instanceof CharacterCodingException || ex.getCause() instanceof CSVException)
					? malformed("The file is not comma-separated UTF-8.") : ex;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private int read(CSVParser parser, Consumer<List<IssueRow>> batches) {
		int count = 0;
		List<IssueRow> batch = new ArrayList<>();
		for (CSVRecord line : parser) {
			if (++count > this.settings.rowsPerFile()) {
				throw Problem.badRequest("TOO_MANY_ROWS", "The file has too many rows.")
					.with("limit", this.settings.rowsPerFile());
			}
			batch.add(CsvRow.read(line, count));
			if (batch.size() == BATCH) {
				batches.accept(batch);
				batch = new ArrayList<>();
			}
		}
		if (!batch.isEmpty()) {
			batches.accept(batch);
		}
		if (count == 0) {
			throw malformed("The file has no rows.");
		}
		return count;
	}

	private InputStreamReader reader(InputStream body) throws IOException {
		InputStream bounded = BoundedInputStream.builder()
			.setInputStream(body)
			.setMaxCount(this.settings.fileSize().toBytes() + 1)
			.setOnMaxCount((max, count) -> {
				throw Problem.of(HttpStatus.CONTENT_TOO_LARGE, "FILE_TOO_LARGE", "The file is too large.")
					.with("limit", this.settings.fileSize().toBytes());
			})
			.get();
		return new InputStreamReader(BOMInputStream.builder().setInputStream(bounded).get(),
				StandardCharsets.UTF_8.newDecoder()
					.onMalformedInput(CodingErrorAction.REPORT)
					.onUnmappableCharacter(CodingErrorAction.REPORT));
	}

	private static void checkColumns(List<String> columns) {
		List<String> known = Stream.concat(CsvRow.REQUIRED.stream(), CsvRow.OPTIONAL.stream()).toList();
		for (String column : columns) {
			if (known.stream().noneMatch(column::equalsIgnoreCase)) {
				throw malformed("There is no such column: " + column + ". Known are " + known + ".");
			}
		}
		for (String column : CsvRow.REQUIRED) {
			if (columns.stream().noneMatch(column::equalsIgnoreCase)) {
				throw malformed("The first line names the columns; this one is missing: " + column + ".");
			}
		}
	}

	private static Problem malformed(String detail) {
		return Problem.badRequest("MALFORMED_FILE", detail);
	}

}
