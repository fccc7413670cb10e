package io.partnerhub.billing.ledger;

/**
 * Why money moved, in the words of the vendor's statements: RECHARGE (充值), BEADJUST (拨款),
 * BERETRIEVE (回收), BEUNBIND (解绑回收, whatever ended the link: the vendor has no other
 * word).
 */
public enum EntryKind {

	RECHARGE, BEADJUST, BERETRIEVE, BEUNBIND

}
