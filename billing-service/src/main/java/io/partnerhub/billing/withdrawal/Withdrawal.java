package io.partnerhub.billing.withdrawal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

import io.partnerhub.billing.bank.BankAccount;
import io.partnerhub.billing.ledger.Realm;
import io.partnerhub.platform.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * A partner's wish to take unused cash out (提现). Its amount is held from the submission
 * to the end.
 *
 * @param version grows with every state
 * @param accepted the terms that covered the amount at the submission (I-20)
 * @param bank where it goes; absent where it goes back the way it came
 * @param expectedBy the day it should have arrived by (WDR-11)
 * @param operator who asked for it
 * @param reason why it failed or was rejected
 */
record Withdrawal(UUID id, Realm realm, WithdrawalType type, WithdrawalState state, int version, Money amount,
		Withdrawable accepted, @Nullable BankAccount bank, LocalDate expectedBy, String operator,
		@Nullable String reason, Instant submittedAt, @Nullable Instant finishedAt) {

	/** The same withdrawal one state on. */
	Withdrawal becoming(WithdrawalState next, @Nullable String reason, Instant now) {
		if (!this.state.mayBecome(next)) {
			throw new IllegalStateException("a withdrawal cannot go from " + this.state + " to " + next);
		}
		Instant finished = (this.finishedAt != null || next.isOpen()) ? this.finishedAt : now;
		return new Withdrawal(this.id, this.realm, this.type, next, this.version + 1, this.amount, this.accepted,
				this.bank, this.expectedBy, this.operator, (reason != null) ? reason : this.reason, this.submittedAt,
				finished);
	}

}
