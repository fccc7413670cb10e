package io.partnerhub.billing.topup;

import java.util.List;
import java.util.Set;
import java.util.UUID;

import io.partnerhub.billing.bank.BankAccount;
import io.partnerhub.billing.ledger.Realm;
import io.partnerhub.platform.money.Money;
import io.partnerhub.platform.page.Page;
import io.partnerhub.platform.page.PageQuery;
import io.partnerhub.platform.problem.Problem;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps what is left of each top-up. Withdrawals take from flows and give back what was
 * not paid; a flow is never taken twice (WDR-05, I-20).
 */
@Service
@Transactional
public class Flows {

	private final FlowStore store;

	Flows(FlowStore store) {
		this.store = store;
	}

	void open(Flow flow) {
		this.store.insert(flow);
	}

	/** All flows, newest first. */
	@Transactional(readOnly = true)
	public Page<Flow> page(Realm realm, PageQuery page) {
		return Page.of(this.store.page(realm, page), page, Flow::id);
	}

	/** The newest of which something is left, locked. */
	@Transactional(propagation = Propagation.MANDATORY)
	public List<Flow> holdNewest(Realm realm, int limit) {
		return this.store.lockNewest(realm, limit);
	}

	/** Chosen ones, newest first, locked; one that is not the realm's is not found. */
	@Transactional(propagation = Propagation.MANDATORY)
	public List<Flow> hold(Realm realm, Set<UUID> ids) {
		List<Flow> flows = this.store.lock(realm, ids);
		if (flows.size() < ids.size()) {
			throw Problem.notFound("top-up flow");
		}
		return flows;
	}

	@Transactional(propagation = Propagation.MANDATORY)
	public void take(UUID id, Money amount) {
		this.store.take(id, amount);
	}

	@Transactional(propagation = Propagation.MANDATORY)
	public void giveBack(UUID id, Money amount) {
		this.store.take(id, Money.zero().minus(amount));
	}

	/** From now on the money may go to a bank card (WDR-07). */
	@Transactional(propagation = Propagation.MANDATORY)
	public void originalFailed(UUID id) {
		this.store.failOriginal(id);
	}

	/** Remembers the branch of the paying bank (WDR-05). */
	@Transactional(propagation = Propagation.MANDATORY)
	public void keepBranch(Flow flow, BankAccount payer) {
		this.store.keepBranch(flow, payer);
	}

	/** What an invoice on receipt covers (WDR-04). */
	Flow invoiced(UUID id, Money invoiced) {
		get(id);
		if (invoiced.minor() < 0) {
			throw Problem.invalid("/amount", "OUT_OF_RANGE", "The amount is 0.00 or more.");
		}
		if (!this.store.setInvoiced(id, invoiced)) {
			throw Problem.conflict("TOP_UP_FLOW_TAKEN", "That much of the top-up is not left any more.");
		}
		return get(id);
	}

	/** How far the incentive behind a rebate got (WDR-09). */
	Flow incentive(UUID id, Flow.Incentive incentive) {
		if (get(id).channel() != Channel.REBATE) {
			throw Problem.conflict("TOP_UP_NOT_REBATE", "Only a rebate has an incentive behind it.");
		}
		this.store.setIncentive(id, incentive);
		return get(id);
	}

	private Flow get(UUID id) {
		return this.store.find(id).orElseThrow(() -> Problem.notFound("top-up flow"));
	}

}
