package io.partnerhub.billing.incentive;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;

import io.partnerhub.billing.ledger.Realm;
import io.partnerhub.contracts.IncentiveEvent.IncentivePaid;
import io.partnerhub.contracts.IncentiveEvent.Mode;
import io.partnerhub.platform.money.Money;
import io.partnerhub.platform.problem.Problem;
import org.jspecify.annotations.Nullable;

/**
 * What a partner asks the vendor to pay of its incentives, in one mode that stays
 * (INC-02, INC-03).
 *
 * @param automatic paid by itself and without the partner's invoice (INC-04)
 * @param total of its incentives, with product tax
 * @param payable what the partner invoices and receives (INC-08)
 * @param taxRate of the partner's invoices, in percent
 * @param reason why it was rejected or the quota was not granted
 * @param invoiceBy last day for the partner's invoices
 * @param expectedBy when the vendor's next step is to be expected
 */
record PayoutRequest(UUID id, Realm realm, State state, Mode mode, boolean automatic, Money total, Money payable,
		BigDecimal taxRate, @Nullable UUID paymentOrderId, @Nullable UUID quotaId, @Nullable String reason,
		@Nullable LocalDate invoiceBy, @Nullable LocalDate expectedBy, Instant at, @Nullable Instant finishedAt) {

	void require(Set<State> states) {
		if (!states.contains(this.state)) {
			throw Problem.conflict("PAYOUT_STATE", "The pay-out's state does not allow this.")
				.with("state", this.state);
		}
	}

	/** Names it for good where others need a name: 32 letters and digits. */
	String number() {
		return this.id.toString().replace("-", "");
	}

	IncentivePaid paid() {
		return new IncentivePaid(this.realm.partnerId(), this.realm.ownerPartnerId(), this.id, this.mode,
				this.payable.amount());
	}

	/**
	 * 申请处理中, 待伙伴开票, 发票审核, 申付审核, then 已完成; a quota is granted by coupon-service, which may
	 * fail and be tried again.
	 */
	enum State {

		PROCESSING, TO_INVOICE, INVOICE_REVIEW, PAYMENT_REVIEW, GRANTING, FAILED, DONE, REJECTED

	}

}
