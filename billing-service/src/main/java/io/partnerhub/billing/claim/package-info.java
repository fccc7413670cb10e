/**
 * Bank transfers and whose they are: dedicated accounts, claims (汇款认领), and payments by
 * others (代付管理).
 */
@NullMarked
package io.partnerhub.billing.claim;

import org.jspecify.annotations.NullMarked;
