package io.partnerhub.billing.topup;

/**
 * How money came (TOP-01): by a wallet, by a bank, or inside the vendor: left over from a
 * change of the trade model (交易模式转换) or a rebate credited (激励返点).
 */
public enum Channel {

	ALIPAY(Kind.WALLET), WECHAT(Kind.WALLET), UNIONPAY(Kind.WALLET), HUAWEI_PAY(Kind.WALLET),
	HUAWEI_PAYMENT(Kind.WALLET), ONLINE_BANK(Kind.BANK), BANK_TRANSFER(Kind.BANK),
	TRADE_MODEL_CONVERSION(Kind.INTERNAL), REBATE(Kind.INTERNAL);

	private final Kind kind;

	Channel(Kind kind) {
		this.kind = kind;
	}

	public boolean isWallet() {
		return this.kind == Kind.WALLET;
	}

	public boolean isBank() {
		return this.kind == Kind.BANK;
	}

	/** Without a payer outside, there is no way back. */
	public boolean hasOriginalRoute() {
		return this.kind != Kind.INTERNAL;
	}

	/** Paid in on-line, not by a transfer at a counter. */
	public boolean isOnline() {
		return isWallet() || this == ONLINE_BANK;
	}

	private enum Kind {

		WALLET, BANK, INTERNAL

	}

}
