package io.partnerhub.billing.consumption;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

import io.partnerhub.billing.consumption.ConsumptionImporting.FileRefused;
import io.partnerhub.billing.consumption.RowProblem.Issue;

/**
 * A file part by part, ready to be posted. A file with a wrong row is refused as a whole,
 * with as many of its wrong rows as a person can mend in one go.
 */
final class FocusParts {

	private static final int ISSUES = 100;

	private final FocusFile file;

	private final int size;

	private final Writing writing = new Writing();

	private final List<Issue> issues = new ArrayList<>();

	private FocusParts(FocusFile file, int size) {
		this.file = file;
		this.size = size;
	}

	static FocusParts open(String name, InputStream content, BillCycle latest, int size) throws IOException {
		try {
			return new FocusParts(FocusFile.open(name, content, latest), size);
		}
		catch (RowProblem ex) {
			throw new FileRefused("FILE_NOT_VALID", List.of(ex.issue()));
		}
		catch (FocusFile.BrokenFile ex) {
			throw new FileRefused("FILE_NOT_VALID", List.of(ex.issue()));
		}
	}

	/** The next part; an empty one is the end. */
	List<Written> next() {
		List<Written> records = new ArrayList<>();
		boolean more = true;
		while (more && records.size() < this.size) {
			more = add(records);
		}
		if (!this.issues.isEmpty()) {
			throw new FileRefused("FILE_NOT_VALID", this.issues);
		}
		return records;
	}

	/** False at the end, and where there is no use in going on. */
	private boolean add(List<Written> records) {
		try {
			Consumed record = this.file.next();
			if (record != null) {
				records.add(this.writing.write(record));
			}
			return record != null;
		}
		catch (RowProblem ex) {
			this.issues.add(ex.issue());
			return this.issues.size() < ISSUES;
		}
		catch (FocusFile.BrokenFile ex) {
			this.issues.add(ex.issue());
			return false;
		}
	}

}
