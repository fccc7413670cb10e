package io.partnerhub.billing.appropriation;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import io.partnerhub.billing.appropriation.AdjustGround.UsedId;
import io.partnerhub.billing.ledger.Ledger;
import io.partnerhub.billing.ledger.Place;
import io.partnerhub.billing.ledger.VendorTime;
import io.partnerhub.platform.batch.Outcome;
import io.partnerhub.platform.event.Outbox;
import io.partnerhub.platform.proof.Proofs;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * A partner gives associated resale customers and its resellers money to spend (拨款) and
 * takes unspent money back (回收): never more than the payer has free (ADJ-01 to ADJ-10).
 */
@Service
class Appropriations {

	private final AdjustTargets targets;

	private final Ledger ledger;

	private final AdjustRecordStore records;

	private final AdjustDayStore days;

	private final Outbox outbox;

	private final Proofs proofs;

	private final AdjustSettings settings;

	private final Clock clock;

	Appropriations(AdjustTargets targets, Ledger ledger, AdjustRecordStore records, AdjustDayStore days, Outbox outbox,
			Proofs proofs, AdjustSettings settings, Clock clock) {
		this.targets = targets;
		this.ledger = ledger;
		this.records = records;
		this.days = days;
		this.outbox = outbox;
		this.proofs = proofs;
		this.settings = settings;
		this.clock = clock;
	}

	/** One command by itself. */
	@Transactional
	AdjustRecord adjust(AdjustCommand command) {
		return adjustAll(List.of(command)).getFirst().get();
	}

	/** Each by itself: who can be served is served. One code serves for all. */
	@Transactional
	List<Outcome<AdjustRecord>> adjustEach(List<AdjustCommand> commands) {
		AdjustCommand first = commands.getFirst();
		requireProof(first);
		return decideAll(commands.stream().map(Outcome::of).toList());
	}

	/**
	 * Decides commands of one transaction in their order, each by itself, and writes what
	 * they move at once.
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	List<Outcome<AdjustRecord>> adjustAll(List<AdjustCommand> commands) {
		return decideAll(commands.stream().map((command) -> Outcome.decided(() -> requireProof(command))).toList());
	}

	private AdjustCommand requireProof(AdjustCommand command) {
		AppropriationRules.requireAdjusting(command.caller(), command.wish().target());
		this.proofs.whenSwitchedOn(command.caller(), AppropriationRules.operation(command.wish().target()),
				command.proof());
		return command;
	}

	private List<Outcome<AdjustRecord>> decideAll(List<Outcome<AdjustCommand>> commands) {
		List<Outcome<Accepted>> accepted = this.targets.accept(commands);
		Instant now = this.clock.instant();
		AdjustGround ground = ground(present(accepted), now);
		List<Outcome<Adjusted>> outcomes = accepted.stream().map((outcome) -> Outcome.decided(() -> {
			ground.decide(outcome.get());
			return Adjusted.of(outcome.get(), now);
		})).toList();
		write(ground, present(outcomes), now);
		return outcomes.stream().map((outcome) -> outcome.map(Adjusted::record)).toList();
	}

	/** Under the locks of all accounts, which keep the rest true. */
	private AdjustGround ground(List<Accepted> accepted, Instant now) {
		Set<Place> places = accepted.stream().flatMap(Accepted::places).collect(Collectors.toSet());
		Set<UUID> owners = accepted.stream()
			.map((each) -> each.command().realm().ownerPartnerId())
			.collect(Collectors.toSet());
		return new AdjustGround(this.ledger.open(places), this.records.used(ownIds(accepted)),
				this.days.counts(owners, day(now)), this.settings.perDay());
	}

	/** Fresh ids cannot have been used. */
	private static List<UsedId> ownIds(List<Accepted> accepted) {
		return accepted.stream()
			.map(Accepted::command)
			.filter((command) -> command.wish().ownId())
			.map((command) -> new UsedId(command.realm().ownerPartnerId(), command.wish().transactionId()))
			.toList();
	}

	private void write(AdjustGround ground, List<Adjusted> adjusted, Instant now) {
		this.ledger.write(ground.sheet());
		if (adjusted.isEmpty()) {
			return;
		}
		this.records.insert(adjusted.stream().map(Adjusted::record).toList());
		this.days.add(ground.added(), day(now));
		this.outbox.announceAll(
				adjusted.stream().map((each) -> new Outbox.Fact(each.record().event(), each.trace())).toList());
	}

	private static LocalDate day(Instant now) {
		return now.atOffset(VendorTime.ZONE).toLocalDate();
	}

	private static <T> List<T> present(List<Outcome<T>> outcomes) {
		return outcomes.stream().filter((outcome) -> !outcome.isRefused()).map(Outcome::get).toList();
	}

	/** What became of a command, and the request it follows from. */
	private record Adjusted(AdjustRecord record, @Nullable String trace) {

		static Adjusted of(Accepted accepted, Instant now) {
			return new Adjusted(accepted.record(now), accepted.command().trace());
		}

	}

}
