package io.partnerhub.billing.bank;

import io.partnerhub.platform.privacy.Masks;
import org.jspecify.annotations.Nullable;

/**
 * Whom money comes from or goes to: a bank account, or a wallet with its owner. It leaves
 * this service to the bank alone; everybody else sees it masked, logs nothing of it.
 *
 * @param name of the bank
 * @param branch 开户支行
 * @param holder who owns the account or wallet
 * @param accountNo number of the account or wallet
 */
public record BankAccount(@Nullable String name, @Nullable String branch, String holder, @Nullable String accountNo) {

	private static final int SHOWN_DIGITS = 4;

	private static final String HIDDEN = "****";

	public BankAccount withBranch(@Nullable String branch) {
		return (branch != null) ? new BankAccount(this.name, branch, this.holder, this.accountNo) : this;
	}

	public BankAccount masked() {
		return new BankAccount(this.name, this.branch, Masks.name(this.holder), maskedNumber());
	}

	/** Compared as people write names: blanks around them do not count. */
	public boolean isHeldBy(String name) {
		return this.holder.strip().equals(name.strip());
	}

	/** The last four digits of a number that has at least twice as many. */
	private @Nullable String maskedNumber() {
		if (this.accountNo == null) {
			return null;
		}
		int shown = this.accountNo.length() - SHOWN_DIGITS;
		return (shown >= SHOWN_DIGITS) ? HIDDEN + this.accountNo.substring(shown) : HIDDEN;
	}

	@Override
	public String toString() {
		return "***";
	}

}
