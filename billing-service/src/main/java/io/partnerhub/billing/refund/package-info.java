/**
 * Refunds of customers' orders: who gets the money by the matrix of 8.6, how it gets
 * there, and what coupons get back.
 */
@NullMarked
package io.partnerhub.billing.refund;

import org.jspecify.annotations.NullMarked;
