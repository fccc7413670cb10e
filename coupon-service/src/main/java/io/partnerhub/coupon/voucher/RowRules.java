package io.partnerhub.coupon.voucher;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

import io.partnerhub.coupon.customer.KnownCustomer;
import io.partnerhub.coupon.quota.Quota;
import io.partnerhub.coupon.voucher.IssueRules.Decision;
import io.partnerhub.coupon.voucher.IssueRules.Standing;
import io.partnerhub.platform.money.Money;
import io.partnerhub.platform.problem.Problem;
import org.jspecify.annotations.Nullable;

/**
 * Which of many wanted vouchers are issued: each row is decided for itself, in order, as
 * long as the quota lasts (VOU-04, X-12).
 */
final class RowRules {

	private RowRules() {
	}

	/**
	 * Decides row by row.
	 * @param ground how things stand before the first row
	 */
	static List<Verdict> decide(List<VoucherRow> rows, Quota quota, Ground ground, Instant now) {
		List<Verdict> verdicts = new ArrayList<>();
		Standing before = ground.standing();
		Map<UUID, Integer> had = new HashMap<>(before.had());
		Money left = before.available();
		for (VoucherRow row : rows) {
			Verdict verdict = decide(row, quota,
					ground.with(new Standing(left, before.couponsPerCustomer(), before.customers(), had)), now);
			if (verdict.issued()) {
				left = left.minus(row.faceValue());
				had.merge(Objects.requireNonNull(verdict.customer()).customerId(), 1, Integer::sum);
			}
			verdicts.add(verdict);
		}
		return verdicts;
	}

	private static Verdict decide(VoucherRow row, Quota quota, Ground ground, Instant now) {
		IssueOrder order = row.order(quota.id());
		Decision decision = IssueRules.decide(order, ground.standing(), false).getFirst();
		KnownCustomer taker = decision.customer();
		try {
			IssueRules.checkQuota(order, quota, now);
			ground.check(row);
			IssueRules.checkNamed(quota, (taker != null) ? taker.customerId() : row.customerId());
		}
		catch (Problem refused) {
			return new Verdict(row, decision.customer(), refused.code(), text(refused));
		}
		if (decision.refusal() == null) {
			return new Verdict(row, decision.customer(), null, null);
		}
		return switch (Objects.requireNonNull(decision.refusal())) {
			case CUSTOMER_UNKNOWN, CUSTOMER_NOT_ASSOCIATED, CUSTOMER_NOT_RESALE ->
				new Verdict(row, decision.customer(), "CUSTOMER_NOT_ASSOCIATED", "The customer is not yours.");
			case TOO_MANY_COUPONS -> new Verdict(row, decision.customer(), IssueRules.tooManyCoupons().code(),
					text(IssueRules.tooManyCoupons()));
			case QUOTA_BALANCE_INSUFFICIENT -> new Verdict(row, decision.customer(), "QUOTA_BALANCE_INSUFFICIENT",
					"The quota does not cover this voucher.");
		};
	}

	private static String text(Problem refused) {
		return refused.errors().isEmpty() ? refused.detail()
				: refused.errors().getFirst().pointer().substring(1) + ": " + refused.errors().getFirst().detail();
	}

	/**
	 * What is known before the rows are decided.
	 *
	 * @param refused why customers on no white-list get nothing (VOU-08)
	 * @param unknownServices what the rows name that the dictionary lacks
	 */
	record Ground(Standing standing, Map<UUID, Problem> refused, Set<String> unknownServices) {

		private Ground with(Standing later) {
			return new Ground(later, this.refused, this.unknownServices);
		}

		private void check(VoucherRow row) {
			Set<String> unknown = new TreeSet<>(row.serviceTypes());
			unknown.retainAll(this.unknownServices);
			if (!unknown.isEmpty()) {
				throw Problem.invalid("/serviceTypes", "UNKNOWN_SERVICE_TYPE",
						"There is no such service type: " + String.join(", ", unknown));
			}
			Problem stranger = this.refused.get(row.customerId());
			if (stranger != null) {
				throw stranger;
			}
		}

	}

	/** What was decided for one row; without a code its customer gets his voucher. */
	record Verdict(VoucherRow row, @Nullable KnownCustomer customer, @Nullable String code, @Nullable String detail) {

		boolean issued() {
			return this.code == null;
		}

	}

}
