package io.partnerhub.billing.payonbehalf;

import java.time.Instant;

import io.partnerhub.billing.order.Paid;
import io.partnerhub.platform.money.Money;
import org.jspecify.annotations.Nullable;

/** A payment that the customer made at the vendor, as its feed reports it. */
public record VendorPayment(Paid.With method, @Nullable String provider, Money cash, Money coupons, Instant at) {
}
