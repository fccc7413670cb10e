package io.partnerhub.billing.provider;

import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Consumer;

import io.partnerhub.billing.simulation.SimulatedBooks;
import io.partnerhub.billing.simulation.SimulatedBooks.Book;
import io.partnerhub.billing.simulation.SimulatedBooks.Kept;
import io.partnerhub.platform.money.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/**
 * A provider that does whatever providers do; the cents of the amount say what: 01
 * rejects, 02 answers late, 03 times out after the money moved, 04 answers twice, 05
 * loses the first sending, 06 has a payer who never pays, any other is done at once.
 * Under one instruction id it moves money once, however often it is told.
 */
@Component
@ConditionalOnProperty(name = "partnerhub.provider.adapter", havingValue = "simulated")
class SimulatedProvider implements ProviderPort {

	private static final String REJECTION = "PAYER_REFUSED";

	private final SimulatedBooks books;

	private final Clock clock;

	private final ProviderSettings settings;

	SimulatedProvider(SimulatedBooks books, Clock clock, ProviderSettings settings) {
		this.books = books;
		this.clock = clock;
		this.settings = settings;
	}

	@Override
	public String collect(Collection collection, Consumer<Answer> answers) {
		boolean unpaid = Behaviour.of(collection.amount()) == Behaviour.NEVER_PAID;
		take(collection.instructionId(), collection.amount(), unpaid ? collection.payBefore() : null, answers);
		return this.settings.redirectBase() + collection.instructionId();
	}

	@Override
	public void giveBack(GiveBack giveBack, Consumer<Answer> answers) {
		take(giveBack.instructionId(), giveBack.amount(), null, answers);
	}

	@Override
	public Answer ask(UUID instructionId) {
		return this.books.find(Book.PROVIDER, instructionId)
			.map(this::answer)
			.orElseGet(() -> new Answer(instructionId, Outcome.NEVER_RECEIVED, null));
	}

	private void take(UUID id, Money amount, @Nullable Instant closes, Consumer<Answer> answers) {
		Behaviour behaviour = Behaviour.of(amount);
		Instant now = this.clock.instant();
		if (behaviour == Behaviour.LOSES && this.books.losesFirst(Book.PROVIDER, id, amount, now)) {
			throw new ProviderSilentException("no receipt");
		}
		Instant at = (closes != null) ? closes
				: (behaviour == Behaviour.LATE) ? now.plus(this.settings.answersAfter()) : now;
		boolean rejects = closes != null || behaviour == Behaviour.REJECTS;
		this.books.keep(Book.PROVIDER, new Kept(id, amount, rejects, at));
		if (behaviour == Behaviour.TIMES_OUT) {
			throw new ProviderSilentException("no receipt");
		}
		Answer answer = ask(id);
		answers.accept(answer);
		if (behaviour == Behaviour.TWICE) {
			answers.accept(answer);
		}
	}

	private Answer answer(Kept kept) {
		if (kept.answersAt().isAfter(this.clock.instant())) {
			return new Answer(kept.instructionId(), Outcome.PENDING, null);
		}
		return kept.refused() ? Answer.rejected(kept.instructionId(), REJECTION) : Answer.done(kept.instructionId());
	}

	/** What the amount asks for. */
	private enum Behaviour {

		DOES, REJECTS, LATE, TIMES_OUT, TWICE, LOSES, NEVER_PAID;

		static Behaviour of(Money amount) {
			int cents = (int) (amount.minor() % 100);
			return (cents < values().length) ? values()[cents] : DOES;
		}

	}

}
