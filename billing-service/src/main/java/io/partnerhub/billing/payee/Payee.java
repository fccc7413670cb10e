package io.partnerhub.billing.payee;

import io.partnerhub.billing.ledger.Realm;

/**
 * A partner as a receiver of money.
 *
 * @param verifiedName the verified company name (WDR-08)
 * @param verified whether the real name is verified (WDR-03)
 * @param refundable false for a contract without refund (WDR-02)
 * @param signingEntity the vendor's company that contracts the partner now (WDR-13)
 */
public record Payee(Realm realm, String verifiedName, boolean verified, boolean refundable, String signingEntity) {
}
