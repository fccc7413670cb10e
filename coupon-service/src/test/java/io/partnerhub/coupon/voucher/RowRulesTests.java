package io.partnerhub.coupon.voucher;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import io.partnerhub.contracts.AssociationType;
import io.partnerhub.contracts.CouponType;
import io.partnerhub.coupon.customer.KnownCustomer;
import io.partnerhub.coupon.quota.Quota;
import io.partnerhub.coupon.voucher.RowRules.Verdict;
import io.partnerhub.platform.Ids;
import io.partnerhub.platform.money.Money;
import io.partnerhub.platform.testkit.MovableClock;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

@Tag("X-12")
class RowRulesTests {

	private static final Instant NOW = MovableClock.START;

	private static final UUID PARTNER = Ids.next();

	private final KnownCustomer customer = customer(true);

	private final KnownCustomer former = customer(false);

	@Test
	@Tag("VOU-04")
	void servesInOrderAsLongAsTheQuotaLasts() {
		assertThat(codes(quota(NOW.plus(Duration.ofDays(30))), row(this.customer, "60.00"), row(this.customer, "50.00"),
				row(this.customer, "40.00"), row(this.customer, "0.01")))
			.containsExactly("", "QUOTA_BALANCE_INSUFFICIENT", "", "QUOTA_BALANCE_INSUFFICIENT");
	}

	@Test
	@Tag("VOU-07")
	void refusesWhoIsNotAssociated() {
		assertThat(codes(quota(NOW.plus(Duration.ofDays(30))), row(this.former, "1.00"), row(customer(true), "1.00"),
				row(this.customer, "1.00")))
			.containsExactly("CUSTOMER_NOT_ASSOCIATED", "CUSTOMER_NOT_ASSOCIATED", "");
	}

	@Test
	@Tag("VOU-01")
	void refusesAllOnceTheQuotaIsOver() {
		assertThat(codes(quota(NOW), row(this.customer, "1.00"))).containsExactly("QUOTA_NOT_USABLE");
	}

	@Test
	@Tag("VOU-02")
	void refusesServicesThatDoNotExist() {
		VoucherRow row = new VoucherRow(1, this.customer.customerId(), Money.of("1.00"), Money.zero(), Set.of("mars"),
				Set.of(), null, null, null);
		assertThat(codes(quota(NOW.plus(Duration.ofDays(30))), row)).containsExactly("INVALID_REQUEST");
	}

	private List<String> codes(Quota quota, VoucherRow... rows) {
		Map<UUID, KnownCustomer> known = Map.of(this.customer.customerId(), this.customer, this.former.customerId(),
				this.former);
		return RowRules
			.decide(List.of(rows), quota,
					new RowRules.Ground(new IssueRules.Standing(quota.available(), 0, known, Map.of()), Map.of(),
							Set.of("mars")),
					NOW)
			.stream()
			.map(Verdict::code)
			.map((code) -> (code != null) ? code : "")
			.toList();
	}

	private static VoucherRow row(KnownCustomer customer, String face) {
		return new VoucherRow(1, customer.customerId(), Money.of(face), Money.zero(), Set.of(), Set.of(), null, null,
				null);
	}

	private static KnownCustomer customer(boolean active) {
		return new KnownCustomer(Ids.next(), PARTNER, PARTNER, 1, AssociationType.RESALE, active);
	}

	private static Quota quota(Instant expires) {
		Quota.Terms terms = Quota.Terms.valid(NOW.minus(Duration.ofDays(1)), expires);
		return new Quota(Ids.next(), CouponType.VOUCHER, PARTNER, PARTNER, null, Quota.State.NORMAL, Money.of("100.00"),
				Money.of("100.00"), terms, NOW, NOW);
	}

}
