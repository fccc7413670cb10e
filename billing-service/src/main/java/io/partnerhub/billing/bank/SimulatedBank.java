package io.partnerhub.billing.bank;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;

import io.partnerhub.billing.bank.BankPort.Answer;
import io.partnerhub.billing.bank.BankPort.Outcome;
import io.partnerhub.billing.bank.SimulatedPaymentStore.Kept;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/**
 * A bank that does whatever banks do; the end of the account number says what: 0001
 * rejects, 0002 answers late, 0003 times out after it has paid, 0004 answers twice, 0005
 * loses the first sending, any other pays at once. Under one instruction id it pays once,
 * however often it is told.
 */
@Component
@ConditionalOnProperty(name = "partnerhub.bank.adapter", havingValue = "simulated")
class SimulatedBank implements BankPort {

	private static final String REJECTION = "ACCOUNT_CLOSED";

	private final SimulatedPaymentStore payments;

	private final Clock clock;

	private final Duration late;

	SimulatedBank(SimulatedPaymentStore payments, Clock clock, BankSettings settings) {
		this.payments = payments;
		this.clock = clock;
		this.late = settings.answersAfter();
	}

	@Override
	public void pay(BankPort.Payment payment, Consumer<Answer> answers) {
		Behaviour behaviour = Behaviour.of(payment);
		Instant now = this.clock.instant();
		if (behaviour == Behaviour.LOSES && this.payments.losesFirst(payment.instructionId(), payment.amount(), now)) {
			throw new BankSilentException("no receipt");
		}
		Outcome outcome = (behaviour == Behaviour.REJECTS) ? Outcome.REJECTED : Outcome.PAID;
		this.payments.keep(new Kept(payment.instructionId(), payment.amount(), outcome,
				(behaviour == Behaviour.LATE) ? now.plus(this.late) : now));
		if (behaviour == Behaviour.TIMES_OUT) {
			throw new BankSilentException("no receipt");
		}
		Answer answer = ask(payment.instructionId());
		answers.accept(answer);
		if (behaviour == Behaviour.TWICE) {
			answers.accept(answer);
		}
	}

	@Override
	public Answer ask(UUID instructionId) {
		return this.payments.find(instructionId)
			.map(this::answer)
			.orElseGet(() -> new Answer(instructionId, Outcome.NEVER_RECEIVED, null));
	}

	private Answer answer(Kept payment) {
		if (payment.answersAt().isAfter(this.clock.instant())) {
			return new Answer(payment.instructionId(), Outcome.PENDING, null);
		}
		return (payment.outcome() == Outcome.PAID) ? Answer.paid(payment.instructionId())
				: Answer.rejected(payment.instructionId(), REJECTION);
	}

	/** What the account asks for. */
	private enum Behaviour {

		PAYS("-"), REJECTS("0001"), LATE("0002"), TIMES_OUT("0003"), TWICE("0004"), LOSES("0005");

		private final String ending;

		Behaviour(String ending) {
			this.ending = ending;
		}

		static Behaviour of(BankPort.Payment payment) {
			BankAccount to = payment.parts().getFirst().to();
			String number = Objects.requireNonNullElse((to != null) ? to.accountNo() : null, "");
			for (Behaviour behaviour : values()) {
				if (number.endsWith(behaviour.ending)) {
					return behaviour;
				}
			}
			return PAYS;
		}

	}

}
