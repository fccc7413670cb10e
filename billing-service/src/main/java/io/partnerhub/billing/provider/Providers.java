package io.partnerhub.billing.provider;

import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import io.partnerhub.billing.ledger.Realm;
import io.partnerhub.billing.provider.ProviderPort.Answer;
import io.partnerhub.billing.provider.ProviderPort.Collection;
import io.partnerhub.billing.provider.ProviderPort.GiveBack;
import io.partnerhub.platform.money.Money;
import io.partnerhub.platform.problem.Problem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Has the provider collect payments and give them back (ORD-22). That an instruction is
 * handed over is committed before the provider hears of it; whatever then goes wrong, it
 * is asked under the same id, and only if it never received the instruction is that sent
 * again, under that id.
 */
@Service
public class Providers {

	private static final Logger log = LoggerFactory.getLogger(Providers.class);

	private final InstructionStore store;

	private final ProviderSteps steps;

	private final ProviderPort provider;

	private final ProviderSettings settings;

	private final Clock clock;

	Providers(InstructionStore store, ProviderSteps steps, ProviderPort provider, ProviderSettings settings,
			Clock clock) {
		this.store = store;
		this.steps = steps;
		this.provider = provider;
		this.settings = settings;
		this.clock = clock;
	}

	/**
	 * Refuses a channel by which nobody can pay (ORD-08).
	 * @param marketplace whether goods of the marketplace are paid
	 */
	public void requireChannel(String channel, boolean marketplace) {
		Set<String> offered = marketplace ? this.settings.marketplaceChannels() : this.settings.channels();
		if (!offered.contains(channel)) {
			throw Problem.badRequest("PAYMENT_METHOD_NOT_OFFERED", "Nobody can pay this way.")
				.with("offered", offered.stream().sorted().toList());
		}
	}

	/**
	 * Writes down that a payment is to be collected; {@link #send} hands it over.
	 * @param latest when it is too late to pay
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public void collect(UUID id, Realm realm, String channel, Money amount, Instant latest) {
		Instant now = this.clock.instant();
		Instant within = now.plus(this.settings.payWithin());
		this.store.insert(
				new Instruction(id, Instruction.Kind.PAYMENT, realm, channel, amount, null,
						within.isBefore(latest) ? within : latest, Instruction.State.WAITING, 0, null, null, null),
				now);
	}

	/**
	 * Writes down that a part of what a payment brought is to go back the way it came,
	 * never more than it brought.
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public void giveBack(UUID id, UUID paymentId, Money amount) {
		Instruction payment = this.store.lock(paymentId).orElseThrow(() -> Problem.notFound("payment"));
		this.store.reserveRefund(paymentId, amount);
		this.store.insert(new Instruction(id, Instruction.Kind.REFUND, payment.realm(), payment.channel(), amount,
				paymentId, null, Instruction.State.WAITING, 0, null, null, null), this.clock.instant());
	}

	@Transactional(readOnly = true)
	public Optional<Instruction> find(UUID id) {
		return this.store.find(id);
	}

	/** What last gives a payment back, or a part of it. */
	@Transactional(readOnly = true)
	public Optional<Instruction> findGivenBack(UUID paymentId) {
		return this.store.findGivenBack(paymentId);
	}

	/** Hands one over at once, and tells how it stands then. */
	@Transactional(propagation = Propagation.NOT_SUPPORTED)
	public Instruction send(UUID id) {
		goOn(this.store.find(id).orElseThrow());
		return this.store.find(id).orElseThrow();
	}

	/** Goes on with all that are due; each step commits before the next. */
	@Transactional(propagation = Propagation.NOT_SUPPORTED)
	public void run() {
		this.steps.claim().forEach(this::goOn);
	}

	private void goOn(Instruction instruction) {
		try {
			if (instruction.state() == Instruction.State.WAITING) {
				handOver(instruction);
			}
			else if (!instruction.isAnswered()) {
				this.steps.heard(this.provider.ask(instruction.id()));
			}
		}
		catch (ProviderSilentException ex) {
			log.warn("outcome of instruction {} unknown: {}", instruction.id(), ex.getMessage());
			this.steps.silent(instruction.id());
		}
		catch (RuntimeException ex) {
			log.error("instruction {} waits", instruction.id(), ex);
		}
	}

	private void handOver(Instruction instruction) {
		if (!this.steps.send(instruction.id())) {
			return;
		}
		if (instruction.kind() == Instruction.Kind.PAYMENT) {
			this.steps.redirect(instruction.id(),
					this.provider.collect(new Collection(instruction.id(), instruction.channel(), instruction.amount(),
							Objects.requireNonNull(instruction.payBefore())), this::heard));
		}
		else {
			this.provider.giveBack(new GiveBack(instruction.id(), Objects.requireNonNull(instruction.paymentId()),
					instruction.channel(), instruction.amount()), this::heard);
		}
	}

	private void heard(Answer answer) {
		try {
			this.steps.heard(answer);
		}
		catch (Problem ex) {
			log.error("answer {} to instruction {} refused: {}", answer.outcome(), answer.instructionId(),
					ex.getMessage());
		}
	}

}
