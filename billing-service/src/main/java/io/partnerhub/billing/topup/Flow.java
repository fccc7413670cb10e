package io.partnerhub.billing.topup;

import java.time.Instant;
import java.util.UUID;

import io.partnerhub.billing.bank.BankAccount;
import io.partnerhub.billing.ledger.Realm;
import io.partnerhub.platform.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * A top-up as withdrawals see it (充值流水): what is left of it once withdrawals took their
 * part and invoices on receipt cover theirs (WDR-04).
 *
 * @param id of the top-up
 * @param invoiced covered by an invoice on receipt, not to be withdrawn until it is
 * returned
 * @param taken by withdrawals that are open or were paid
 * @param signingEntity the vendor's company that received it (WDR-13)
 * @param payer who paid, if known
 * @param restriction why nothing of it is ever withdrawn (WDR-02)
 * @param incentive how far the incentive behind a rebate got (WDR-09)
 * @param originalFailed whether the way back has failed (WDR-07)
 * @param branchKnown whether the branch of the paying bank is known (WDR-05)
 */
public record Flow(UUID id, Realm realm, Channel channel, String bankSerialNumber, Money amount, Money invoiced,
		Money taken, String signingEntity, @Nullable BankAccount payer, @Nullable Restriction restriction,
		@Nullable Incentive incentive, boolean originalFailed, boolean branchKnown, Instant paidAt) {

	/** All of a new top-up is left. */
	static Flow of(TopUp topUp, Receipt receipt, String signingEntity) {
		BankAccount payer = receipt.payer();
		return new Flow(topUp.id(), topUp.realm(), topUp.channel(), topUp.bankSerialNumber(), topUp.amount(),
				Money.zero(), Money.zero(), signingEntity, payer, receipt.restriction(), receipt.step(), false,
				payer != null && payer.branch() != null, (receipt.paidAt() != null) ? receipt.paidAt() : topUp.at());
	}

	public Money left() {
		return this.amount.minus(this.taken).minus(this.invoiced);
	}

	/** What the money came with. */
	public enum Restriction {

		WITH_BONUS, WITH_VOUCHERS

	}

	/** Steps before an incentive is credited. */
	public enum Incentive {

		ISSUED, INVOICED, APPROVED

	}

}
