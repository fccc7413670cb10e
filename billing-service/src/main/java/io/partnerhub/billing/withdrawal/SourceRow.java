package io.partnerhub.billing.withdrawal;

import java.util.UUID;

import io.partnerhub.billing.bank.BankAccount;
import io.partnerhub.billing.topup.Channel;
import io.partnerhub.platform.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * A top-up a withdrawal took from, as it is kept.
 *
 * @param signingEntity the vendor's company that received the top-up
 * @param payer who paid it, if known
 */
record SourceRow(UUID flowId, Channel channel, String bankSerialNumber, String signingEntity,
		@Nullable BankAccount payer, Money amount) {
}
