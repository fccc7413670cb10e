package io.partnerhub.contracts;

/**
 * Money on the wire.
 *
 * @param amount decimal with exactly two digits behind the point, such as {@code "12.30"}
 * @param currency ISO 4217 code, today always {@code CNY}
 */
public record Amount(String amount, String currency) {
}
