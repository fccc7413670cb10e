package io.partnerhub.billing.consumption;

/**
 * What is wrong with one row of a file or record of a batch; the header of a file is row
 * 1.
 */
final class RowProblem extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final long line;

	private final String code;

	private final String value;

	RowProblem(long line, String code, String value) {
		super(code + " in row " + line, null, false, false);
		this.line = line;
		this.code = code;
		this.value = value;
	}

	Issue issue() {
		return new Issue(this.line, this.code, this.value);
	}

	/**
	 * The same to be kept and shown.
	 *
	 * @param value the column or value that is wrong
	 */
	record Issue(long line, String code, String value) {
	}

}
