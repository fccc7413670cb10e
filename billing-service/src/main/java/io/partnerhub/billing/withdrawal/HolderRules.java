package io.partnerhub.billing.withdrawal;

import io.partnerhub.billing.bank.BankAccount;
import io.partnerhub.billing.payee.Payee;
import io.partnerhub.billing.topup.Channel;
import io.partnerhub.billing.topup.Flow;
import io.partnerhub.platform.problem.Problem;

/**
 * Whose bank account money may go to (WDR-08): money of Alipay and WeChat to the owner of
 * the wallet, all other to the verified company.
 */
final class HolderRules {

	private HolderRules() {
	}

	static void requireHolder(BankAccount account, Flow flow, Payee payee) {
		boolean ofWallet = flow.channel() == Channel.ALIPAY || flow.channel() == Channel.WECHAT;
		String holder = (ofWallet && flow.payer() != null) ? flow.payer().holder() : payee.verifiedName();
		if (!account.isHeldBy(holder)) {
			throw Problem
				.conflict("BANK_HOLDER_MISMATCH",
						ofWallet ? "The account must belong to the owner of the wallet that paid."
								: "The account must belong to the verified company.")
				.with("expected", ofWallet ? "WALLET_OWNER" : "VERIFIED_COMPANY")
				.with("flowId", flow.id());
		}
	}

}
