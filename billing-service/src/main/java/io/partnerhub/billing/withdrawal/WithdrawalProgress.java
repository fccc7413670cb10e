package io.partnerhub.billing.withdrawal;

import java.util.List;
import java.util.UUID;

import io.partnerhub.billing.ledger.Realm;
import io.partnerhub.platform.caller.Caller;
import io.partnerhub.platform.page.Page;
import io.partnerhub.platform.page.PageQuery;
import io.partnerhub.platform.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Shows withdrawals with their details and progress (WDR-12): a partner its own but
 * deleted ones, the vendor all.
 */
@Service
@Transactional(readOnly = true)
class WithdrawalProgress {

	private final WithdrawalStore store;

	private final PayoutStore payouts;

	WithdrawalProgress(WithdrawalStore store, PayoutStore payouts) {
		this.store = store;
		this.payouts = payouts;
	}

	Details own(Caller caller, UUID id) {
		WithdrawalRules.requireWithdrawing(caller);
		return this.store.find(Realm.of(caller), id)
			.filter((withdrawal) -> withdrawal.state() != WithdrawalState.DELETED)
			.map(this::details)
			.orElseThrow(() -> Problem.notFound("withdrawal"));
	}

	Details any(UUID id) {
		return this.store.find(id).map(this::details).orElseThrow(() -> Problem.notFound("withdrawal"));
	}

	Page<Withdrawal> ownPage(Caller caller, @Nullable WithdrawalState state, PageQuery page) {
		WithdrawalRules.requireWithdrawing(caller);
		return Page.of(this.store.page(Realm.of(caller), null, state, page), page, Withdrawal::id);
	}

	Page<Withdrawal> page(@Nullable UUID partnerId, @Nullable WithdrawalState state, PageQuery page) {
		return Page.of(this.store.page(null, partnerId, state, page), page, Withdrawal::id);
	}

	private Details details(Withdrawal withdrawal) {
		return new Details(withdrawal, this.store.sources(withdrawal.id()), this.store.steps(withdrawal.id()),
				this.payouts.findOf(withdrawal.id()).orElse(null));
	}

	/**
	 * All there is of a withdrawal.
	 *
	 * @param payout since the approval
	 */
	record Details(Withdrawal withdrawal, List<SourceRow> sources, List<Step> steps, @Nullable Payout payout) {
	}

}
