package io.partnerhub.billing.incentive;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

import io.partnerhub.billing.ledger.Realm;
import io.partnerhub.contracts.IncentiveEvent.Mode;
import io.partnerhub.platform.job.Job;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What needs no application: resale incentives are credited or become a quota by
 * themselves (INC-04), the others are applied for by themselves where the partner
 * switched that on (INC-06). Negative ones of the same kind are set off; what they exceed
 * waits. Runs on every confirmation and again and again, as the certification may come
 * later.
 */
@Service
class AutomaticPayouts {

	private static final Logger log = LoggerFactory.getLogger(AutomaticPayouts.class);

	private final PayoutShareStore shares;

	private final PayoutFactStore facts;

	private final AutoApplyStore autoApply;

	private final PayoutDelivery delivery;

	private final IncentiveSettings settings;

	private final TransactionTemplate whole;

	private final Clock clock;

	AutomaticPayouts(PayoutShareStore shares, PayoutFactStore facts, AutoApplyStore autoApply, PayoutDelivery delivery,
			IncentiveSettings settings, PlatformTransactionManager transactions, Clock clock) {
		this.shares = shares;
		this.facts = facts;
		this.autoApply = autoApply;
		this.delivery = delivery;
		this.settings = settings;
		this.whole = new TransactionTemplate(transactions);
		this.clock = clock;
	}

	/** Each partner by itself: what fails waits for the next run and holds up nobody. */
	void run() {
		List<Realm> waiting = waiting(null);
		while (!waiting.isEmpty()) {
			waiting.forEach(this::tryOne);
			waiting = waiting(waiting.getLast());
		}
	}

	@Transactional
	void run(Realm realm) {
		this.facts.find(realm).filter(PayoutFacts::certified).ifPresent((certified) -> {
			Instant now = this.clock.instant();
			List<Incentive> open = this.shares.lockOpen(realm, this.settings.atOnce())
				.stream()
				.filter((incentive) -> PayoutRules.isOpen(incentive, now))
				.toList();
			payAtOnce(certified, open.stream().filter(this::isAutomatic).toList());
			apply(certified, open.stream().filter(Predicate.not(this::isAutomatic)).toList());
		});
	}

	private List<Realm> waiting(@Nullable Realm after) {
		return this.autoApply.waiting(this.settings.automaticSince(), after, this.settings.atOnce());
	}

	private void tryOne(Realm realm) {
		try {
			this.whole.executeWithoutResult((status) -> run(realm));
		}
		catch (RuntimeException ex) {
			log.warn("incentives of partner {} wait: {}", realm.ownerPartnerId(), ex.toString());
		}
	}

	/** What is owed in invoices for it has one tax rate (INVO-03). */
	private void payAtOnce(PayoutFacts certified, List<Incentive> open) {
		List<Incentive> rest = new ArrayList<>(open);
		for (BigDecimal rate : open.stream().map(Incentive::taxRate).distinct().toList()) {
			for (Mode mode : List.of(Mode.ACCOUNT, Mode.QUOTA)) {
				List<PayoutShare> shares = shares(
						rest.stream().filter((incentive) -> incentive.taxRate().compareTo(rate) == 0), mode);
				if (PayoutRules.total(shares).isPositive()) {
					this.delivery.payAtOnce(certified, mode, shares);
					rest.removeAll(shares.stream().map(PayoutShare::incentive).toList());
				}
			}
		}
	}

	private void apply(PayoutFacts certified, List<Incentive> open) {
		this.autoApply.find(certified.realm()).filter(AutoApply::enabled).ifPresent((wanted) -> {
			List<PayoutShare> shares = shares(open.stream(), wanted.mode());
			if (PayoutRules.total(shares).isPositive()) {
				this.delivery.open(certified, wanted.mode(), shares, "hub");
			}
		});
	}

	private static List<PayoutShare> shares(Stream<Incentive> open, Mode mode) {
		return open.filter((incentive) -> PayoutRules.canBe(incentive, mode)).map(PayoutShare::all).toList();
	}

	private boolean isAutomatic(Incentive incentive) {
		YearMonth since = this.settings.automaticSince();
		return PayoutRules.isAutomatic(incentive, since);
	}

	@Bean
	static Job automaticPayoutsJob(AutomaticPayouts payouts, IncentiveSettings settings) {
		return Job.inSteps("automatic-incentive-payouts", settings.runEvery(), payouts::run);
	}

}
