package io.partnerhub.billing.bill;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;

import io.partnerhub.billing.bill.BillStore.Paid;
import io.partnerhub.billing.bill.ChargeStore.Charge;
import io.partnerhub.billing.ledger.Accounts;
import io.partnerhub.billing.ledger.EntryKind;
import io.partnerhub.billing.ledger.Ledger;
import io.partnerhub.billing.ledger.Movement;
import io.partnerhub.billing.ledger.Realm;
import io.partnerhub.platform.Ids;
import io.partnerhub.platform.event.Outbox;
import io.partnerhub.platform.event.Outbox.Fact;
import io.partnerhub.platform.job.Job;
import io.partnerhub.platform.money.Money;
import io.partnerhub.platform.page.Page;
import io.partnerhub.platform.page.PageQuery;
import io.partnerhub.platform.problem.Problem;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Bills of partners that settle month by month (BIL-01): generated on the 5th for the
 * month before out of what the vendor charged, later for months in which nobody did, paid
 * from the partner's cash or by transfer. Prepaying partners get none.
 */
@Service
@Transactional
class Bills {

	private final BillStore store;

	private final ChargeStore charges;

	private final Accounts accounts;

	private final Ledger ledger;

	private final BillSettings settings;

	private final Outbox outbox;

	private final Clock clock;

	Bills(BillStore store, ChargeStore charges, Accounts accounts, Ledger ledger, BillSettings settings, Outbox outbox,
			Clock clock) {
		this.store = store;
		this.charges = charges;
		this.accounts = accounts;
		this.ledger = ledger;
		this.settings = settings;
		this.outbox = outbox;
		this.clock = clock;
	}

	@Bean
	static Job billing(Bills bills, BillSettings settings) {
		return new Job("partner-bills", settings.every(), bills::run);
	}

	void settle(Realm realm, boolean monthly) {
		Instant now = this.clock.instant();
		this.charges.saveTerms(realm, monthly, BillRules.first(now), now);
	}

	/** Told again it changes nothing. */
	void charge(Charge charge) {
		if (this.charges.find(charge.reference()).filter(charge::equals).isPresent()) {
			return;
		}
		if (BillRules.isOver(charge.cycle(), this.clock.instant())
				|| this.charges.isBilled(charge.realm(), charge.cycle())) {
			throw Problem.conflict("BILL_ISSUED", "The month has its bill; charge a later one.");
		}
		if (!this.charges.insert(charge, this.clock.instant())) {
			throw Problem.conflict("CHARGE_REFERENCE_USED", "The reference stands for another charge.");
		}
	}

	/**
	 * Generates the bills of every month that should have had them by today, month after
	 * month, and tells what is overdue.
	 */
	void run() {
		Instant now = this.clock.instant();
		LocalDate today = BillRules.today(now);
		YearMonth due = BillRules.due(now, this.settings.issueDay());
		List<YearMonth> missing = this.store.oldestMissing()
			.map((oldest) -> BillRules.months(oldest, due, this.settings.monthsAtOnce()))
			.orElse(List.of());
		if (!missing.isEmpty()) {
			this.charges.holdTerms();
		}
		for (YearMonth cycle : missing) {
			List<Bill> issued = this.store.issue(cycle, now, today.plusDays(this.settings.dueDays()));
			this.outbox.announceAll(issued.stream().map((bill) -> Fact.of(bill.issued())).toList());
		}
		List<Bill> overdue = this.store.overdue(today);
		this.outbox.announceAll(overdue.stream().map((bill) -> Fact.of(bill.overdue())).toList());
	}

	@Transactional(readOnly = true)
	Page<Bill> page(Realm realm, PageQuery page) {
		return Page.of(this.store.page(realm, page), page, Bill::id);
	}

	@Transactional(readOnly = true)
	Bill get(Realm realm, UUID id) {
		return this.store.find(realm, id, false).orElseThrow(Bills::unknown);
	}

	/** Pays all that is open from the partner's cash. */
	Bill pay(Realm realm, UUID id) {
		Bill bill = this.store.find(realm, id, true).orElseThrow(Bills::unknown);
		Money open = bill.open();
		if (!open.isPositive()) {
			throw Problem.conflict("BILL_PAID", "The bill is paid.");
		}
		UUID transaction = Ids.next();
		this.ledger.move(new Movement(transaction, EntryKind.BILL_PAID, realm, this.accounts.ofPartner(realm).id(),
				this.accounts.clearing(realm).id(), open));
		this.store.pay(bill, Ids.next(), transaction, null, open, this.clock.instant());
		return get(realm, id);
	}

	/** A transfer the vendor received for a bill; told again it changes nothing. */
	Bill transferred(UUID id, String reference, Money amount) {
		Bill bill = this.store.lock(id).orElseThrow(Bills::unknown);
		Paid told = this.store.findTransfer(reference).orElse(null);
		if (told != null && !told.equals(new Paid(id, amount))) {
			throw Problem.conflict("BILL_PAYMENT_REFERENCE_USED", "The reference stands for another payment.");
		}
		if (told == null) {
			if (amount.compareTo(bill.open()) > 0) {
				throw Problem.conflict("BILL_PAYMENT_TOO_LARGE", "Less than that is open.").with("open", bill.open());
			}
			this.store.pay(bill, Ids.next(), null, reference, amount, this.clock.instant());
		}
		return get(bill.realm(), id);
	}

	private static Problem unknown() {
		return Problem.notFound("bill");
	}

}
