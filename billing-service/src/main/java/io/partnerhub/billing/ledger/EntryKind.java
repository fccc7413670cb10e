package io.partnerhub.billing.ledger;

/**
 * Why money moved: RECHARGE (充值), BEADJUST (拨款), BERETRIEVE (回收), BEUNBIND (解绑回收,
 * whatever ended the link), ARREARS_CLEARED (appropriated credit that pays what the
 * customer owes), WITHDRAWAL_HOLD, _PAID and _RELEASED (提现), BONUS (奖励金), DEPOSIT and
 * DEPOSIT_RETURNED (保证金), BILL_PAID (a partner's own bill), ORDER_PAYMENT and
 * ORDER_PAYMENT_CREDIT (an order paid in cash and in credit, one payment), ORDER_REFUND
 * and ORDER_REFUND_CREDIT (what comes back of it), CORRECTION (an entry taken back by
 * another).
 */
public enum EntryKind {

	RECHARGE("RECHARGE"), BEADJUST("BEADJUST"), BERETRIEVE("BERETRIEVE"), BEUNBIND("BEUNBIND"),
	ARREARS_CLEARED("TRANS"), WITHDRAWAL_HOLD("RFROZEN"), WITHDRAWAL_PAID("REFUND"), WITHDRAWAL_RELEASED("RFROZEN"),
	BONUS("ADJUST"), DEPOSIT("DEPOSIT"), DEPOSIT_RETURNED("DEPOSIT"), BILL_PAID("CONSUME"), ORDER_PAYMENT("DEDEUCT"),
	ORDER_PAYMENT_CREDIT("DEDEUCT"), ORDER_REFUND("REFUND"), ORDER_REFUND_CREDIT("REFUND"), CORRECTION("ADJUST");

	private final String tradeType;

	EntryKind(String tradeType) {
		this.tradeType = tradeType;
	}

	/** The word of the vendor's statements, which are coarser. */
	public String tradeType() {
		return this.tradeType;
	}

}
