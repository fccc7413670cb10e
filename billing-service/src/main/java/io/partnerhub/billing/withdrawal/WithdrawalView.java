package io.partnerhub.billing.withdrawal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import io.partnerhub.billing.bank.BankAccount;
import io.partnerhub.billing.topup.Channel;
import io.partnerhub.billing.withdrawal.WithdrawalProgress.Details;
import io.partnerhub.platform.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * A withdrawal as its readers see it; accounts and holders are always masked.
 *
 * @param terms the four terms that covered the amount at the submission
 * @param expectedBy the day the money should have arrived by
 * @param reason why it failed or was rejected
 * @param allowedActions what the partner may do now: CANCEL, DELETE
 */
record WithdrawalView(UUID id, UUID partnerId, WithdrawalType type, WithdrawalState state, Money amount,
		Withdrawable terms, @Nullable BankAccount bank, LocalDate expectedBy, String operator, @Nullable String reason,
		Instant submittedAt, @Nullable Instant finishedAt, List<String> allowedActions) {

	static WithdrawalView of(Withdrawal withdrawal) {
		BankAccount bank = withdrawal.bank();
		return new WithdrawalView(withdrawal.id(), withdrawal.realm().ownerPartnerId(), withdrawal.type(),
				withdrawal.state(), withdrawal.amount(), withdrawal.accepted(), (bank != null) ? bank.masked() : null,
				withdrawal.expectedBy(), withdrawal.operator(), withdrawal.reason(), withdrawal.submittedAt(),
				withdrawal.finishedAt(), actions(withdrawal.state()));
	}

	private static List<String> actions(WithdrawalState state) {
		return switch (state) {
			case SUBMITTED -> List.of("CANCEL");
			case REJECTED -> List.of("DELETE");
			default -> List.of();
		};
	}

	/**
	 * With its sources, its progress, and what became of the payment.
	 *
	 * @param payment since the approval
	 */
	record Full(WithdrawalView withdrawal, List<Source> sources, List<Step> progress, @Nullable Payment payment) {

		static Full of(Details details) {
			Payout payout = details.payout();
			return new Full(WithdrawalView.of(details.withdrawal()),
					details.sources().stream().map(Source::of).toList(), details.steps(),
					(payout != null) ? Payment.of(payout) : null);
		}

	}

	/**
	 * What it takes from one top-up.
	 *
	 * @param signingEntity the vendor's company that received the top-up
	 * @param payer who paid it, if known
	 */
	record Source(UUID flowId, Channel channel, String bankSerialNumber, String signingEntity,
			@Nullable BankAccount payer, Money amount) {

		static Source of(SourceRow row) {
			BankAccount payer = row.payer();
			return new Source(row.flowId(), row.channel(), row.bankSerialNumber(), row.signingEntity(),
					(payer != null) ? payer.masked() : null, row.amount());
		}

	}

	/**
	 * The bank's part.
	 *
	 * @param signingEntity the vendor's company that pays by bank card
	 * @param state WAITING, SENT, UNKNOWN (the bank is asked), PAID or FAILED
	 */
	record Payment(UUID instructionId, String signingEntity, Payout.State state, @Nullable String reason,
			@Nullable Instant answeredAt) {

		static Payment of(Payout payout) {
			return new Payment(payout.instructionId(), payout.signingEntity(), payout.state(), payout.reason(),
					payout.answeredAt());
		}

	}

}
