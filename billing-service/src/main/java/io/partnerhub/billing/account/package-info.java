/**
 * Accounts and their statements as partners and customers see them.
 */
@NullMarked
package io.partnerhub.billing.account;

import org.jspecify.annotations.NullMarked;
