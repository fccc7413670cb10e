package io.partnerhub.billing.performance;

/**
 * What was sold: the vendor's own services, goods of the marketplace (严选, PER-05), a
 * stored-value card, whose use counts later (PER-01), or a tax on any of them.
 */
public enum Goods {

	CLOUD, MARKETPLACE, STORED_VALUE_CARD, TAX

}
