package io.partnerhub.billing.withdrawal;

import io.partnerhub.billing.payee.Payee;
import io.partnerhub.contracts.Permission;
import io.partnerhub.platform.caller.Caller;
import io.partnerhub.platform.problem.Problem;

/**
 * Who may withdraw a partner's cash, and which partner can: people who see the whole
 * partner and carry the permission item 提现, for a verified partner (WDR-03) whose
 * contract allows refunds (WDR-02). Customers withdraw nothing here: what they have was
 * appropriated (WDR-15).
 */
final class WithdrawalRules {

	private WithdrawalRules() {
	}

	static void requireWithdrawing(Caller caller) {
		caller.requireWhole(Permission.WITHDRAW);
	}

	static void requirePayable(Payee payee) {
		if (!payee.verified()) {
			throw Problem.conflict("WITHDRAW_NOT_VERIFIED", "The partner's real name is not verified.");
		}
		if (!payee.refundable()) {
			throw Problem.conflict("WITHDRAW_CONTRACT_WITHOUT_REFUND",
					"The contract knows no refund; a service ticket is the way.");
		}
	}

	static void requireState(Withdrawal withdrawal, WithdrawalState next) {
		if (!withdrawal.state().mayBecome(next)) {
			throw Problem.conflict("WITHDRAW_STATE", "The withdrawal's state does not allow this.")
				.with("state", withdrawal.state());
		}
	}

}
