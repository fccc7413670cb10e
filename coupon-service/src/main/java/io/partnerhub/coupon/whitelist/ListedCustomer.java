package io.partnerhub.coupon.whitelist;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * A customer on a partner's white-list.
 *
 * @param accountName login name, in lower case
 * @param name as the partner wrote it
 * @param customerId absent as long as the vendor has not told of the account: it can be
 * given nothing
 */
record ListedCustomer(UUID id, String accountName, String name, @Nullable UUID customerId) {
}
