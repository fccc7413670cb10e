package io.partnerhub.coupon.whitelist;

import java.util.List;

/**
 * What an import would take, and which rows are wrong; one wrong row keeps all of them
 * out.
 *
 * @param good rows that can be taken
 * @param wrong the first wrong rows
 * @param wrongRows how many are wrong in all
 */
record ImportReport(List<WhitelistRow> good, List<WrongRow> wrong, int wrongRows) {

	/**
	 * A row that cannot be taken.
	 *
	 * @param row counts from 1, without the heading
	 * @param code UPPER_SNAKE name of the fault
	 * @param detail a sentence
	 */
	record WrongRow(int row, String code, String detail) {
	}

}
