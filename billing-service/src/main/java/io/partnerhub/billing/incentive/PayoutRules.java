package io.partnerhub.billing.incentive;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;

import io.partnerhub.billing.incentive.Incentive.State;
import io.partnerhub.contracts.AssociationType;
import io.partnerhub.contracts.IncentiveEvent.Mode;
import io.partnerhub.platform.money.Money;
import io.partnerhub.platform.problem.Problem;
import org.jspecify.annotations.Nullable;

/**
 * What can be paid out of which incentives, how, and how much that is (INC-03 … INC-08).
 */
final class PayoutRules {

	private static final BigInteger WHOLE = BigInteger.valueOf(10_000);

	private PayoutRules() {
	}

	/** BIZ-01: no pay-out before the business information is certified. */
	static PayoutFacts requireCertified(@Nullable PayoutFacts facts) {
		if (facts == null || !facts.certified()) {
			throw Problem.conflict("BUSINESS_INFO_NOT_CERTIFIED",
					"Incentives are paid out once your business information is certified.");
		}
		return facts;
	}

	/** INC-04: resale incentives since that month are paid without being asked for. */
	static boolean isAutomatic(Incentive incentive, YearMonth since) {
		return incentive.model() == AssociationType.RESALE && !YearMonth.parse(incentive.period()).isBefore(since);
	}

	/** INC-03, INC-04: what was chosen stays, and not everything can be. */
	static void requireMode(Incentive incentive, Mode mode, YearMonth since) {
		if (incentive.mode() != null && incentive.mode() != mode) {
			throw Problem.conflict("PAYOUT_MODE_FIXED", "How the incentive is paid out was chosen before.")
				.with("incentiveId", incentive.id())
				.with("mode", incentive.mode());
		}
		if (mode == Mode.BANK_TRANSFER && isAutomatic(incentive, since)) {
			throw Problem
				.conflict("PAYOUT_MODE_NOT_ALLOWED",
						"Resale incentives go to the recharge account or become a voucher quota.")
				.with("incentiveId", incentive.id());
		}
	}

	/** INC-07: a confirmed incentive, in time, and no more of it than is left. */
	static PayoutShare share(Incentive incentive, @Nullable Money wanted, Mode mode, YearMonth since, Instant now) {
		IncentiveRules.requireTime(incentive, now);
		if (incentive.state() != State.PAYING || incentive.isNegative()) {
			throw IncentiveRules.state(incentive);
		}
		requireMode(incentive, mode, since);
		if (isAutomatic(incentive, since)) {
			throw Problem.conflict("PAYOUT_AUTOMATIC", "This incentive is paid without being applied for.")
				.with("incentiveId", incentive.id());
		}
		Money amount = (wanted != null) ? wanted : incentive.left();
		if (!amount.isPositive() || amount.compareTo(incentive.left()) > 0) {
			throw Problem.conflict("PAYOUT_AMOUNT_EXCEEDED", "That much of the incentive is not left.")
				.with("incentiveId", incentive.id())
				.with("left", incentive.left());
		}
		return new PayoutShare(incentive, amount);
	}

	/** Whether it waits to be paid, or to be set off if it is negative (INC-09). */
	static boolean isOpen(Incentive incentive, Instant now) {
		return (incentive.state() == State.PAYING || (incentive.isNegative() && incentive.state() == State.TO_CONFIRM))
				&& !incentive.left().isZero() && !incentive.isExpired(now);
	}

	/** Whether no other mode was chosen for it. */
	static boolean canBe(Incentive incentive, Mode mode) {
		return incentive.mode() == null || incentive.mode() == mode;
	}

	/** INC-09: what was taken back is set off first. */
	static Money total(List<PayoutShare> shares) {
		return shares.stream().map(PayoutShare::amount).reduce(Money.zero(), Money::plus);
	}

	static void requirePositive(Money total) {
		if (!total.isPositive()) {
			throw Problem.conflict("PAYOUT_NOT_POSITIVE", "What is to be taken back comes to more than this.")
				.with("total", total);
		}
	}

	/**
	 * INC-08: with product tax ÷ (1 + product tax rate) × (1 + partner tax rate), exact
	 * and rounded once, half to even.
	 */
	static Money payable(List<PayoutShare> shares, BigDecimal partnerRate) {
		BigInteger numerator = BigInteger.ZERO;
		BigInteger denominator = BigInteger.ONE;
		for (PayoutShare share : shares) {
			BigInteger divisor = WHOLE.add(hundredths(share.incentive().taxRate()));
			BigInteger part = BigInteger.valueOf(share.amount().minor()).multiply(WHOLE.add(hundredths(partnerRate)));
			numerator = numerator.multiply(divisor).add(part.multiply(denominator));
			denominator = denominator.multiply(divisor);
		}
		return Money.ofMinor(new BigDecimal(numerator).divide(new BigDecimal(denominator), 0, RoundingMode.HALF_EVEN)
			.longValueExact());
	}

	private static BigInteger hundredths(BigDecimal percent) {
		return percent.movePointRight(2).toBigIntegerExact();
	}

}
