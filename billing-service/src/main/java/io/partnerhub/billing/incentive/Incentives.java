package io.partnerhub.billing.incentive;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;

import io.partnerhub.billing.incentive.Incentive.State;
import io.partnerhub.billing.ledger.Realm;
import io.partnerhub.billing.ledger.VendorTime;
import io.partnerhub.billing.partner.KnownPartner;
import io.partnerhub.billing.partner.KnownPartners;
import io.partnerhub.contracts.IncentiveEvent.Mode;
import io.partnerhub.platform.caller.Caller;
import io.partnerhub.platform.event.Outbox;
import io.partnerhub.platform.page.Conditions;
import io.partnerhub.platform.page.Page;
import io.partnerhub.platform.page.PageQuery;
import io.partnerhub.platform.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The vendor tells what partners earned, first as an estimate and then as a formal bill;
 * the partner looks into it and confirms it (INC-01).
 */
@Service
@Transactional
class Incentives {

	private final IncentiveStore store;

	private final IncentiveLineStore lines;

	private final PayoutFactStore facts;

	private final AutoApplyStore autoApply;

	private final AutomaticPayouts automatic;

	private final KnownPartners partners;

	private final IncentiveSettings settings;

	private final Outbox outbox;

	private final Clock clock;

	Incentives(IncentiveStore store, IncentiveLineStore lines, PayoutFactStore facts, AutoApplyStore autoApply,
			AutomaticPayouts automatic, KnownPartners partners, IncentiveSettings settings, Outbox outbox,
			Clock clock) {
		this.store = store;
		this.lines = lines;
		this.facts = facts;
		this.autoApply = autoApply;
		this.automatic = automatic;
		this.partners = partners;
		this.settings = settings;
		this.outbox = outbox;
		this.clock = clock;
	}

	/**
	 * An estimate may change until its formal bill; an estimate that comes later is late,
	 * and the bill told again must be the same.
	 */
	Incentive receive(IncentiveBill bill) {
		IncentiveRules.requireSense(bill.amount(), bill.lines());
		KnownPartner partner = this.partners.get(bill.partnerId());
		IncentiveRules.requireEarning(partner.type());
		Incentive told = told(bill, partner.realm());
		if (this.store.insert(told)) {
			this.lines.replace(told.id(), bill.lines());
			return told;
		}
		Incentive known = this.store.lock(told.number());
		if (!known.realm().equals(told.realm()) || (bill.formal() && !mayBe(known, told, bill.lines()))) {
			throw Problem.conflict("INCENTIVE_NUMBER_USED", "The number belongs to another incentive.");
		}
		return (known.state() == State.ESTIMATED) ? retold(known.id(), bill, told) : known;
	}

	@Transactional(readOnly = true)
	Page<Incentive> page(Caller caller, @Nullable State state, @Nullable String period, PageQuery page) {
		IncentiveRules.requireViewing(caller);
		Realm realm = Realm.of(caller);
		return Page.of(this.store.page(new Conditions().and("partner_id = :partner", "partner", realm.partnerId())
			.and("owner_partner_id = :owner", "owner", realm.ownerPartnerId())
			.and("state = :state", "state", state)
			.and("period = :period", "period", period), page), page, Incentive::id);
	}

	@Transactional(readOnly = true)
	Incentive get(Caller caller, UUID id) {
		IncentiveRules.requireViewing(caller);
		return this.store.find(Realm.of(caller), id).orElseThrow(Incentives::unknown);
	}

	/** Whether it waits for an application. */
	boolean isApplicable(Incentive incentive) {
		return !incentive.isNegative() && PayoutRules.isOpen(incentive, this.clock.instant())
				&& !PayoutRules.isAutomatic(incentive, this.settings.automaticSince());
	}

	@Transactional(readOnly = true)
	List<IncentiveLine> lines(Caller caller, UUID id) {
		return this.lines.of(get(caller, id).id());
	}

	/**
	 * From then on it can be applied for; what needs no application is paid at once.
	 * @param mode how it is paid out, if the partner chooses that now
	 */
	Incentive confirm(Caller caller, UUID id, @Nullable Mode mode) {
		IncentiveRules.requireActing(caller);
		Realm realm = Realm.of(caller);
		Incentive incentive = this.store.lock(realm, List.of(id)).stream().findAny().orElseThrow(Incentives::unknown);
		IncentiveRules.requireConfirmable(incentive, this.clock.instant());
		this.store.confirm(id, mode(incentive, mode), this.clock.instant());
		this.outbox.announce(incentive.confirmed());
		this.automatic.run(realm);
		return this.store.find(realm, id).orElseThrow();
	}

	/**
	 * What counts for pay-outs; the end of the programme moves the ends of what is open.
	 */
	void learn(UUID partnerId, boolean certified, BigDecimal taxRate, @Nullable Instant programmeEndedAt) {
		Realm realm = this.partners.get(partnerId).realm();
		this.facts.save(new PayoutFacts(realm, certified, taxRate, programmeEndedAt), this.clock.instant());
		this.store.moveEnds(realm, (programmeEndedAt != null)
				? IncentiveRules.validUntil(programmeEndedAt, this.settings.exitMonths()) : null);
	}

	static Problem unknown() {
		return Problem.notFound("incentive");
	}

	/** INC-04: what is paid by itself goes to the recharge account unless told. */
	private @Nullable Mode mode(Incentive incentive, @Nullable Mode wanted) {
		YearMonth since = this.settings.automaticSince();
		if (wanted != null) {
			PayoutRules.requireMode(incentive, wanted, since);
			return wanted;
		}
		if (incentive.isNegative() || !PayoutRules.isAutomatic(incentive, since)) {
			return null;
		}
		return this.autoApply.find(incentive.realm())
			.map(AutoApply::mode)
			.filter((mode) -> mode != Mode.BANK_TRANSFER)
			.orElse(Mode.ACCOUNT);
	}

	/** Whether the known one can be what the bill tells. */
	private boolean mayBe(Incentive known, Incentive told, List<IncentiveLine> lines) {
		return known.state() == State.ESTIMATED || (known.sameAs(told) && this.lines.of(known.id()).equals(lines));
	}

	private Incentive retold(UUID id, IncentiveBill bill, Incentive told) {
		Incentive again = told.as(id);
		this.store.tell(again);
		this.lines.replace(id, bill.lines());
		return this.store.find(again.realm(), id).orElseThrow();
	}

	private Incentive told(IncentiveBill bill, Realm realm) {
		if (!bill.formal()) {
			return bill.estimate(realm, this.clock.instant());
		}
		Instant notified = this.clock.instant();
		if (YearMonth.parse(bill.period()).isAfter(YearMonth.from(notified.atZone(VendorTime.ZONE)))) {
			throw Problem.invalid("/period", "OUT_OF_RANGE", "The month has not begun.");
		}
		Instant valid = (bill.validUntil() != null) ? bill.validUntil()
				: IncentiveRules.validUntil(notified, this.settings.validMonths());
		if (!valid.isAfter(notified)) {
			throw Problem.invalid("/validUntil", "OUT_OF_RANGE", "The validity ends in the future.");
		}
		Instant ended = this.facts.find(realm).flatMap(PayoutFacts::ended).orElse(null);
		return bill.bill(realm, notified, valid,
				IncentiveRules.expiresAt(bill.amount(), valid, ended, this.settings.exitMonths()));
	}

}
