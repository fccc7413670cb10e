/**
 * What the vendor knows of a partner as a receiver of money: its verified name, its
 * contract, and the vendor's company it contracts with.
 */
@NullMarked
package io.partnerhub.billing.payee;

import org.jspecify.annotations.NullMarked;
