package io.partnerhub.billing.topup;

import java.time.Instant;
import java.util.UUID;

import io.partnerhub.billing.ledger.Realm;
import io.partnerhub.platform.money.Money;

/**
 * Money that reached a partner from outside (充值). Its bank serial number stands for it:
 * one number, one top-up (TOP-04).
 *
 * @param id also the transaction id of the ledger entry
 */
public record TopUp(UUID id, Realm realm, Money amount, String bankSerialNumber, Channel channel, Instant at) {

	boolean sameAs(TopUp other) {
		return this.realm.equals(other.realm) && this.amount.equals(other.amount)
				&& this.bankSerialNumber.equals(other.bankSerialNumber) && this.channel == other.channel;
	}

}
