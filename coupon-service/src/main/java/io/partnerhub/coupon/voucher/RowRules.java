package io.partnerhub.coupon.voucher;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
	static List<Verdict> decide(List<VoucherRow> rows, Quota quota, Standing ground, Instant now) {
		List<Verdict> verdicts = new ArrayList<>();
		Map<UUID, Integer> had = new HashMap<>(ground.had());
		Money left = ground.available();
		for (VoucherRow row : rows) {
			Verdict verdict = decide(row, quota,
					new Standing(left, ground.couponsPerCustomer(), ground.customers(), had), now);
			if (verdict.issued()) {
				left = left.minus(row.faceValue());
				had.merge(row.customerId(), 1, Integer::sum);
			}
			verdicts.add(verdict);
		}
		return verdicts;
	}

	private static Verdict decide(VoucherRow row, Quota quota, Standing standing, Instant now) {
		IssueOrder order = row.order(quota.id());
		Decision decision = IssueRules.decide(order, standing, false).getFirst();
		try {
			IssueRules.checkQuota(order, quota, now);
			IssueRules.checkNamed(order, quota);
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
			case TOO_MANY_COUPONS -> new Verdict(row, decision.customer(), "COUPONS_PER_CUSTOMER_REACHED",
					"The customer has as many vouchers of the quota as one may have.");
			case QUOTA_BALANCE_INSUFFICIENT -> new Verdict(row, decision.customer(), "QUOTA_BALANCE_INSUFFICIENT",
					"The quota does not cover this voucher.");
		};
	}

	private static String text(Problem refused) {
		return refused.errors().isEmpty() ? refused.detail()
				: refused.errors().getFirst().pointer().substring(1) + ": " + refused.errors().getFirst().detail();
	}

	/** What was decided for one row; without a code its customer gets his voucher. */
	record Verdict(VoucherRow row, @Nullable KnownCustomer customer, @Nullable String code, @Nullable String detail) {

		boolean issued() {
			return this.code == null;
		}

	}

}
