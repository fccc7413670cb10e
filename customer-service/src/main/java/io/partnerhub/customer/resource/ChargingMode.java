package io.partnerhub.customer.resource;

/**
 * How a resource is paid: for months or years ahead (包年/包月), by an order; or by use (按需),
 * without one (ORD-21).
 */
enum ChargingMode {

	SUBSCRIPTION, PAY_PER_USE

}
