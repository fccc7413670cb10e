package io.partnerhub.coupon.whitelist;

/**
 * A row of a list to be imported.
 *
 * @param number counts rows from 1, without the heading
 */
record WhitelistRow(int number, String accountName, String name) {
}
