package io.partnerhub.platform.money;

import java.math.BigDecimal;
import java.util.Currency;

import io.partnerhub.contracts.Amount;

/**
 * An amount of money in minor units of one currency (I-18). On the wire it is
 * {@code {"amount":"12.30","currency":"CNY"}}, always with both decimals.
 */
public record Money(long minor, Currency currency) implements Comparable<Money> {

	public static final Currency CNY = Currency.getInstance("CNY");

	/**
	 * 100 trillion yuan: larger than any real amount, small enough that sums never
	 * overflow.
	 */
	private static final BigDecimal LIMIT = new BigDecimal("100000000000000");

	public static Money ofMinor(long minor) {
		return new Money(minor, CNY);
	}

	/**
	 * Reads a decimal with at most two digits behind the point.
	 * @throws IllegalArgumentException if it is no such number, too large, or not in yuan
	 */
	public static Money parse(String amount, String currency) {
		if (!CNY.getCurrencyCode().equals(currency)) {
			throw new IllegalArgumentException("currency must be CNY");
		}
		if (!amount.matches("-?\\d{1,15}(\\.\\d{1,2})?")) {
			throw new IllegalArgumentException("amount must be a decimal with at most two digits behind the point");
		}
		return of(new BigDecimal(amount));
	}

	/**
	 * Takes a decimal that is whole in minor units.
	 * @throws IllegalArgumentException if it has more than two decimals or is too large
	 */
	public static Money of(BigDecimal amount) {
		if (amount.precision() > 40 || Math.abs(amount.scale()) > 40 || amount.stripTrailingZeros().scale() > 2
				|| amount.abs().compareTo(LIMIT) > 0) {
			throw new IllegalArgumentException("amount must be a decimal with at most two digits behind the point");
		}
		return ofMinor(amount.movePointRight(2).longValueExact());
	}

	public static Money of(String amount) {
		return parse(amount, "CNY");
	}

	public static Money zero() {
		return ofMinor(0);
	}

	public Money plus(Money other) {
		return new Money(Math.addExact(this.minor, same(other).minor), this.currency);
	}

	public Money minus(Money other) {
		return new Money(Math.subtractExact(this.minor, same(other).minor), this.currency);
	}

	public Money times(int count) {
		return new Money(Math.multiplyExact(this.minor, count), this.currency);
	}

	public boolean isPositive() {
		return this.minor > 0;
	}

	public boolean isZero() {
		return this.minor == 0;
	}

	public BigDecimal decimal() {
		return BigDecimal.valueOf(this.minor, 2);
	}

	/** The same amount as it stands in events. */
	public Amount amount() {
		return new Amount(decimal().toPlainString(), this.currency.getCurrencyCode());
	}

	@Override
	public int compareTo(Money other) {
		return Long.compare(this.minor, same(other).minor);
	}

	@Override
	public String toString() {
		return decimal().toPlainString() + " " + this.currency;
	}

	private Money same(Money other) {
		if (!this.currency.equals(other.currency)) {
			throw new IllegalArgumentException("amounts of different currencies: " + this + ", " + other);
		}
		return other;
	}

}
