package io.partnerhub.billing.provider;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import io.partnerhub.billing.provider.ProviderPort.Answer;
import io.partnerhub.billing.provider.ProviderPort.Outcome;
import io.partnerhub.platform.problem.Problem;
import io.partnerhub.platform.remote.Handovers;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The steps of an instruction that commit by themselves, before and after the provider is
 * spoken to: that it is handed over, that the outcome is not known, and the answer, which
 * counts once and is acted on in the same transaction (ORD-22).
 */
@Component
@Transactional
class ProviderSteps {

	private final InstructionStore store;

	private final Handovers handovers;

	private final ObjectProvider<Hearing> hearings;

	private final ProviderSettings settings;

	private final Clock clock;

	ProviderSteps(InstructionStore store, ObjectProvider<Hearing> hearings, ProviderSettings settings, Clock clock) {
		this.store = store;
		this.handovers = store.handovers();
		this.hearings = hearings;
		this.settings = settings;
		this.clock = clock;
	}

	/** Those to be sent or asked about. */
	List<Instruction> claim() {
		return this.store.findAll(this.handovers.claim(this.clock.instant(), later(), this.settings.perRun()));
	}

	/** False if it has been handed over or answered meanwhile. */
	boolean send(UUID id) {
		return this.handovers.send(id, later());
	}

	void redirect(UUID id, String redirect) {
		this.store.redirect(id, redirect);
	}

	/** The provider said nothing: it is asked later. */
	void silent(UUID id) {
		this.handovers.waitFor(id, Instruction.State.UNKNOWN.name(), later());
	}

	/** What the provider says, final or not. */
	void heard(Answer answer) {
		switch (answer.outcome()) {
			case PENDING -> this.handovers.waitFor(answer.instructionId(), Instruction.State.SENT.name(), later());
			case NEVER_RECEIVED ->
				this.handovers.waitFor(answer.instructionId(), Instruction.State.WAITING.name(), this.clock.instant());
			case DONE, REJECTED -> settle(answer);
		}
	}

	/** The final answer; the same again changes nothing, another is refused. */
	Instruction settle(Answer answer) {
		Instruction known = this.store.lock(answer.instructionId()).orElseThrow(() -> Problem.notFound("instruction"));
		Instruction.State state = (answer.outcome() == Outcome.DONE) ? Instruction.State.DONE
				: Instruction.State.FAILED;
		if (known.isAnswered()) {
			return repeated(known, state);
		}
		if (known.sendings() == 0) {
			throw Problem.conflict("PROVIDER_RESULT_TOO_EARLY", "The instruction has not been handed over yet.");
		}
		this.handovers.answer(known.id(), state.name(), answer.reason(), this.clock.instant());
		Instruction answered = this.store.find(known.id()).orElseThrow();
		this.hearings.stream()
			.filter((hearing) -> hearing.kind() == answered.kind())
			.forEach((hearing) -> hearing.heard().accept(answered));
		return answered;
	}

	private static Instruction repeated(Instruction known, Instruction.State state) {
		if (known.state() != state) {
			throw Problem.conflict("PROVIDER_RESULT_CONTRADICTS", "The provider has answered otherwise before.")
				.with("state", known.state());
		}
		return known;
	}

	private Instant later() {
		return this.clock.instant().plus(this.settings.askAfter());
	}

}
