/**
 * Pay on behalf (代付): customers ask their partner to pay an order, the partner pays or
 * rejects, customers pay themselves or cancel, and each order is paid once (8.4, 8.5).
 */
@NullMarked
package io.partnerhub.billing.payonbehalf;

import org.jspecify.annotations.NullMarked;
