package io.partnerhub.billing.topup;

import java.time.Instant;
import java.util.UUID;

import io.partnerhub.billing.bank.BankAccount;
import io.partnerhub.platform.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * Money that arrived for a partner, and what was told of it.
 *
 * @param payer who paid
 * @param signingEntity the vendor's company that received it; the partner's present one
 * unless told
 * @param paidAt when; now unless told
 */
public record Receipt(UUID partnerId, Money amount, String bankSerialNumber, Channel channel,
		@Nullable BankAccount payer, @Nullable String signingEntity, Flow.@Nullable Restriction restriction,
		Flow.@Nullable Incentive incentive, @Nullable Instant paidAt) {

	/** A bank transfer to the partner. */
	public static Receipt transfer(UUID partnerId, Money amount, String bankSerialNumber, BankAccount payer,
			Instant at) {
		return new Receipt(partnerId, amount, bankSerialNumber, Channel.BANK_TRANSFER, payer, null, null, null, at);
	}

	/** A rebate stands at its first step unless told; nothing else has steps. */
	Flow.@Nullable Incentive step() {
		if (this.channel != Channel.REBATE) {
			return null;
		}
		return (this.incentive != null) ? this.incentive : Flow.Incentive.ISSUED;
	}

}
