/**
 * The way to the bank: whom money comes from and goes to, the port, and a simulated bank
 * behind it.
 */
@NullMarked
package io.partnerhub.billing.bank;

import org.jspecify.annotations.NullMarked;
