package io.partnerhub.contracts;

/** What kind of money a partner appropriates (拨款类型, ADJ-03). */
public enum AppropriationType {

	CASH, CREDIT

}
