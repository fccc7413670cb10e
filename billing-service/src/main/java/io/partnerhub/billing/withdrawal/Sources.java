package io.partnerhub.billing.withdrawal;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import io.partnerhub.billing.ledger.Realm;
import io.partnerhub.billing.payee.Payee;
import io.partnerhub.billing.topup.Flow;
import io.partnerhub.billing.topup.Flows;
import io.partnerhub.billing.withdrawal.SourceRules.Refusal;
import io.partnerhub.platform.money.Money;
import io.partnerhub.platform.problem.Problem;
import org.springframework.stereotype.Component;

/**
 * Finds the top-ups a withdrawal takes from: those the partner chose, else the newest
 * that are allowed (WDR-05).
 */
@Component
class Sources {

	/** Refused flows that an answer names. */
	private static final int TOLD = 20;

	private final Flows flows;

	private final WithdrawalSettings settings;

	private final Clock clock;

	Sources(Flows flows, WithdrawalSettings settings, Clock clock) {
		this.flows = flows;
		this.settings = settings;
		this.clock = clock;
	}

	/** The flows that come into question, locked for the rest of the transaction. */
	List<Flow> hold(Realm realm, WithdrawalWish wish) {
		return wish.flowIds().isEmpty() ? this.flows.holdNewest(realm, this.settings.flowsConsidered())
				: this.flows.hold(realm, wish.flowIds());
	}

	SourceRules rules(Payee payee) {
		return new SourceRules(this.settings, payee, LocalDate.ofInstant(this.clock.instant(), this.settings.zone()));
	}

	/** Takes the amount from the flows, newest first. */
	List<Source> choose(List<Flow> flows, WithdrawalWish wish, Payee payee, Withdrawable withdrawable) {
		boolean chosen = !wish.flowIds().isEmpty();
		SourceRules rules = rules(payee);
		List<Flow> allowed = new ArrayList<>();
		Map<UUID, Refusal> refused = new LinkedHashMap<>();
		for (Flow flow : flows) {
			Optional<Refusal> refusal = rules.refusal(flow, wish.type(), chosen);
			refusal.ifPresentOrElse((reason) -> refused.put(flow.id(), reason), () -> allowed.add(flow));
		}
		List<Source> sources = Source.take(wish.amount(), allowed);
		boolean covered = Source.sum(sources).equals(wish.amount());
		if (!refused.isEmpty() && (chosen || !covered)) {
			throw notAllowed(refused, allowed);
		}
		if (!covered || sources.size() > this.settings.flowsPerWithdrawal()) {
			throw withdrawable.exceeded("The top-ups to take from do not cover the amount.")
				.with("flows", left(allowed));
		}
		return sources;
	}

	private static Problem notAllowed(Map<UUID, Refusal> refused, List<Flow> allowed) {
		return Problem.conflict("WITHDRAW_SOURCE_NOT_ALLOWED", "Money of some top-ups cannot be withdrawn this way.")
			.with("refused",
					refused.entrySet()
						.stream()
						.limit(TOLD)
						.map((entry) -> Map.of("flowId", entry.getKey(), "reason", entry.getValue()))
						.toList())
			.with("allowed", left(allowed));
	}

	private static Money left(List<Flow> flows) {
		return flows.stream().map(Flow::left).reduce(Money.zero(), Money::plus);
	}

}
