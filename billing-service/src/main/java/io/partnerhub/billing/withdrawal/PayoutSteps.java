package io.partnerhub.billing.withdrawal;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import io.partnerhub.billing.bank.BankPort.Answer;
import io.partnerhub.billing.bank.BankPort.Outcome;
import io.partnerhub.platform.problem.Problem;
import io.partnerhub.platform.remote.Handovers;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The steps of a payment that commit by themselves, before and after the bank is spoken
 * to: that it is handed over, that the outcome is not known, and the answer, which counts
 * once (I-21, I-22).
 */
@Component
@Transactional
class PayoutSteps {

	private static final String BANK = "bank";

	private final PayoutStore payouts;

	private final Handovers handovers;

	private final WithdrawalStore withdrawals;

	private final Settlements settlements;

	private final WithdrawalSettings settings;

	private final Clock clock;

	PayoutSteps(PayoutStore payouts, WithdrawalStore withdrawals, Settlements settlements, WithdrawalSettings settings,
			Clock clock) {
		this.payouts = payouts;
		this.handovers = payouts.handovers();
		this.withdrawals = withdrawals;
		this.settlements = settlements;
		this.settings = settings;
		this.clock = clock;
	}

	/** Those to be sent or asked about. */
	List<Payout> claim() {
		Instant now = this.clock.instant();
		return this.payouts.findAll(this.handovers.claim(now, later(), this.settings.payoutsPerRun()));
	}

	/** The withdrawal to be handed over now, unless it is answered already. */
	Optional<Withdrawal> send(Payout payout) {
		Withdrawal withdrawal = this.withdrawals.lock(payout.withdrawalId()).orElseThrow();
		if (!this.handovers.send(payout.instructionId(), later())) {
			return Optional.empty();
		}
		if (withdrawal.state() != WithdrawalState.APPROVED) {
			return Optional.of(withdrawal);
		}
		Withdrawal sent = withdrawal.becoming(WithdrawalState.PROCESSING, null, this.clock.instant());
		this.withdrawals.save(sent, BANK, this.clock.instant());
		return Optional.of(sent);
	}

	/** The bank said nothing: it is asked later. */
	void silent(UUID instructionId) {
		this.handovers.waitFor(instructionId, Payout.State.UNKNOWN.name(), later());
	}

	/** What the bank says of a payment, final or not. */
	void heard(Answer answer) {
		switch (answer.outcome()) {
			case PENDING -> this.handovers.waitFor(answer.instructionId(), Payout.State.SENT.name(), later());
			case NEVER_RECEIVED ->
				this.handovers.waitFor(answer.instructionId(), Payout.State.WAITING.name(), this.clock.instant());
			case PAID, REJECTED -> settle(answer);
		}
	}

	/** The final answer; the same again changes nothing, another is refused. */
	Payout settle(Answer answer) {
		Payout known = get(answer.instructionId());
		Withdrawal withdrawal = this.withdrawals.lock(known.withdrawalId()).orElseThrow();
		Payout payout = get(answer.instructionId());
		Payout.State state = (answer.outcome() == Outcome.PAID) ? Payout.State.PAID : Payout.State.FAILED;
		if (payout.isAnswered()) {
			return repeated(payout, state);
		}
		if (payout.sendings() == 0) {
			throw Problem.conflict("BANK_RESULT_TOO_EARLY", "The instruction has not been handed over yet.");
		}
		this.handovers.answer(payout.instructionId(), state.name(), answer.reason(), this.clock.instant());
		if (state == Payout.State.PAID) {
			this.settlements.paid(withdrawal, BANK);
		}
		else {
			this.settlements.refusedByBank(withdrawal, String.valueOf(answer.reason()), BANK);
		}
		return get(answer.instructionId());
	}

	private static Payout repeated(Payout payout, Payout.State state) {
		if (payout.state() != state) {
			throw Problem.conflict("BANK_RESULT_CONTRADICTS", "The bank has answered otherwise before.")
				.with("state", payout.state());
		}
		return payout;
	}

	private Payout get(UUID instructionId) {
		return this.payouts.find(instructionId).orElseThrow(() -> Problem.notFound("instruction"));
	}

	private Instant later() {
		return this.clock.instant().plus(this.settings.askAfter());
	}

}
