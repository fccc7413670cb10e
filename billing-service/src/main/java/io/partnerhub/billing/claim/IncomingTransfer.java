package io.partnerhub.billing.claim;

import java.time.Instant;
import java.util.Objects;

import io.partnerhub.billing.bank.BankAccount;
import io.partnerhub.platform.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * A bank transfer that arrived at the vendor.
 *
 * @param accountNumber the dedicated account it went to; absent for the general one
 */
record IncomingTransfer(String bankSerialNumber, Money amount, BankAccount payer, @Nullable String accountNumber,
		Instant receivedAt) {

	boolean sameAs(IncomingTransfer other) {
		return this.amount.equals(other.amount) && this.payer.equals(other.payer)
				&& Objects.equals(this.accountNumber, other.accountNumber);
	}

}
