package io.partnerhub.billing.ledger;

import java.time.Instant;
import java.util.UUID;

import io.partnerhub.platform.money.Money;

/**
 * Something of an account that does not agree when it is counted from zero.
 *
 * @param what BALANCE, or ENTRIES, which counts entries in hundredths
 * @param booked what the account says
 * @param counted what its entries say
 * @param fresh whether it was not known before
 */
record Difference(UUID id, UUID accountId, String what, Money booked, Money counted, Instant foundAt, boolean fresh) {
}
