/**
 * The double-entry ledger: accounts, append-only entries, and the only code that changes
 * a balance.
 */
@NullMarked
package io.partnerhub.billing.ledger;

import org.jspecify.annotations.NullMarked;
