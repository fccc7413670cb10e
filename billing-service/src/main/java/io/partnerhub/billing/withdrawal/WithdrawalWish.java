package io.partnerhub.billing.withdrawal;

import java.util.Set;
import java.util.UUID;

import io.partnerhub.billing.bank.BankAccount;
import io.partnerhub.platform.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * What a partner wants withdrawn.
 *
 * @param flowIds the top-ups to take from; the newest that are allowed, if none is named
 * @param bank the account, unless the money goes back the way it came
 * @param branch of the bank that paid, where the way back asks for it
 */
record WithdrawalWish(WithdrawalType type, Money amount, Set<UUID> flowIds, @Nullable BankAccount bank,
		@Nullable String branch) {
}
