package io.partnerhub.billing.bank;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;

import io.partnerhub.billing.bank.BankPort.Answer;
import io.partnerhub.billing.bank.BankPort.Outcome;
import io.partnerhub.billing.simulation.SimulatedBooks;
import io.partnerhub.billing.simulation.SimulatedBooks.Book;
import io.partnerhub.billing.simulation.SimulatedBooks.Kept;
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

	private final SimulatedBooks books;

	private final Clock clock;

	private final Duration late;

	SimulatedBank(SimulatedBooks books, Clock clock, BankSettings settings) {
		this.books = books;
		this.clock = clock;
		this.late = settings.answersAfter();
	}

	@Override
	public void pay(BankPort.Payment payment, Consumer<Answer> answers) {
		Behaviour behaviour = Behaviour.of(payment);
		Instant now = this.clock.instant();
		if (behaviour == Behaviour.LOSES && loses(payment, now)) {
			throw new BankSilentException("no receipt");
		}
		this.books.keep(Book.BANK, new Kept(payment.instructionId(), payment.amount(), behaviour == Behaviour.REJECTS,
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
		return this.books.find(Book.BANK, instructionId)
			.map(this::answer)
			.orElseGet(() -> new Answer(instructionId, Outcome.NEVER_RECEIVED, null));
	}

	private boolean loses(BankPort.Payment payment, Instant now) {
		return this.books.losesFirst(Book.BANK, payment.instructionId(), payment.amount(), now);
	}

	private Answer answer(Kept payment) {
		if (payment.answersAt().isAfter(this.clock.instant())) {
			return new Answer(payment.instructionId(), Outcome.PENDING, null);
		}
		return payment.refused() ? Answer.rejected(payment.instructionId(), REJECTION)
				: Answer.paid(payment.instructionId());
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
