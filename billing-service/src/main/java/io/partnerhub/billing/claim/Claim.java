package io.partnerhub.billing.claim;

import java.time.Instant;
import java.util.UUID;

import io.partnerhub.billing.ledger.Realm;
import io.partnerhub.platform.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * A partner says that a transfer to the general account is its money (汇款认领, TOP-02).
 *
 * @param payerName who paid, as the partner says
 * @param reason why it was refused
 * @param topUpId what came of it
 */
record Claim(UUID id, Realm realm, String bankSerialNumber, Money amount, String payerName, ClaimState state,
		@Nullable String reason, @Nullable UUID topUpId, String operator, Instant submittedAt,
		@Nullable Instant finishedAt) {

	static final String DETAILS_DIFFER = "DETAILS_DIFFER";

	/** What the partner says is what the bank says. */
	boolean describes(IncomingTransfer transfer) {
		return this.amount.equals(transfer.amount()) && transfer.payer().isHeldBy(this.payerName);
	}

	Claim matched() {
		return new Claim(this.id, this.realm, this.bankSerialNumber, this.amount, this.payerName, ClaimState.MATCHED,
				null, null, this.operator, this.submittedAt, null);
	}

	Claim credited(UUID topUpId, Instant now) {
		return new Claim(this.id, this.realm, this.bankSerialNumber, this.amount, this.payerName, ClaimState.CREDITED,
				null, topUpId, this.operator, this.submittedAt, now);
	}

	Claim rejected(String reason, Instant now) {
		return new Claim(this.id, this.realm, this.bankSerialNumber, this.amount, this.payerName, ClaimState.REJECTED,
				reason, null, this.operator, this.submittedAt, now);
	}

}
