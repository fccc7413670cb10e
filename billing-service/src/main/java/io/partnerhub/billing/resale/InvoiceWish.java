package io.partnerhub.billing.resale;

import java.math.BigDecimal;
import java.util.UUID;

import io.partnerhub.billing.document.InvoiceTitle;
import io.partnerhub.billing.document.InvoiceType;
import io.partnerhub.platform.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * The invoice a receiver asks for.
 *
 * @param issuer the partner, if not the present one
 * @param taxRate in percent
 */
record InvoiceWish(@Nullable UUID issuer, Money amount, BigDecimal taxRate, InvoiceType type, InvoiceTitle title) {
}
