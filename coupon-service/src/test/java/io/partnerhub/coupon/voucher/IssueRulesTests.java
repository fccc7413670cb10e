package io.partnerhub.coupon.voucher;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import io.partnerhub.contracts.AssociationType;
import io.partnerhub.contracts.CouponType;
import io.partnerhub.contracts.PartnerType;
import io.partnerhub.coupon.customer.KnownCustomer;
import io.partnerhub.coupon.quota.Quota;
import io.partnerhub.coupon.voucher.IssueRules.Decision;
import io.partnerhub.coupon.voucher.IssueRules.Refusal;
import io.partnerhub.coupon.voucher.IssueRules.Standing;
import io.partnerhub.platform.Ids;
import io.partnerhub.platform.money.Money;
import io.partnerhub.platform.problem.Problem;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class IssueRulesTests {

	private static final Instant NOW = Instant.parse("2026-03-01T08:00:00Z");

	private static final UUID OWNER = Ids.next();

	@Test
	@Tag("VOU-01")
	void usesQuotaFromItsFirstToBeforeItsLastMoment() {
		Quota quota = quota(Quota.State.NORMAL, NOW, NOW.plusSeconds(10));
		assertThat(quota.usableAt(NOW.minusMillis(1))).isFalse();
		assertThat(quota.usableAt(NOW)).isTrue();
		assertThat(quota.usableAt(NOW.plusSeconds(10).minusMillis(1))).isTrue();
		assertThat(quota.usableAt(NOW.plusSeconds(10))).isFalse();
	}

	@ParameterizedTest
	@EnumSource(value = Quota.State.class, mode = EnumSource.Mode.EXCLUDE, names = "NORMAL")
	@Tag("VOU-01")
	void refusesQuotaInAnyOtherState(Quota.State state) {
		assertRefused(order("10.00", null, Ids.next()), quota(state, NOW, NOW.plusSeconds(10)), "QUOTA_NOT_USABLE");
	}

	@Test
	@Tag("VOU-03")
	void acceptsTenCustomersAndRefusesTheEleventh() {
		UUID[] eleven = java.util.stream.Stream.generate(Ids::next).limit(11).toArray(UUID[]::new);
		assertThatCode(() -> IssueRules.checkCustomers(order("1.00", null, java.util.Arrays.copyOf(eleven, 10)), 10))
			.doesNotThrowAnyException();
		assertThatExceptionOfType(Problem.class)
			.isThrownBy(() -> IssueRules.checkCustomers(order("1.00", null, eleven), 10))
			.returns("TOO_MANY_CUSTOMERS", Problem::code);
	}

	@Test
	@Tag("VOU-05")
	void refusesValidityBeyondTheQuotas() {
		Quota quota = quota();
		assertThatCode(() -> IssueRules.checkQuota(order("1.00", quota.expiresAt(), Ids.next()), quota, NOW))
			.doesNotThrowAnyException();
		assertRefused(order("1.00", quota.expiresAt().plusSeconds(1), Ids.next()), quota, "COUPON_LIMIT_OUT_OF_QUOTA");
	}

	@Test
	@Tag("VOU-05")
	void refusesValidityBeforeTheQuotas() {
		Quota quota = quota();
		assertThatCode(() -> IssueRules.checkQuota(from(quota.effectiveAt()), quota, NOW)).doesNotThrowAnyException();
		assertRefused(from(quota.effectiveAt().minusSeconds(1)), quota, "COUPON_LIMIT_OUT_OF_QUOTA");
	}

	@Test
	@Tag("VOU-08")
	void refusesGovernmentSubsidyPartnersOnly() {
		for (PartnerType type : PartnerType.values()) {
			if (type != PartnerType.GOVERNMENT_SUBSIDY) {
				assertThatCode(() -> IssueRules.checkIssuer(type)).doesNotThrowAnyException();
			}
		}
		assertThatExceptionOfType(Problem.class)
			.isThrownBy(() -> IssueRules.checkIssuer(PartnerType.GOVERNMENT_SUBSIDY))
			.returns("PARTNER_TYPE_CANNOT_ISSUE", Problem::code);
	}

	@Test
	@Tag("VOU-11")
	void refusesTypesOfPartnersThatMayNotIssue() {
		assertThatCode(() -> IssueRules.checkNotExcluded(PartnerType.RESELLER, Set.of())).doesNotThrowAnyException();
		assertThatExceptionOfType(Problem.class)
			.isThrownBy(() -> IssueRules.checkNotExcluded(PartnerType.RESELLER, Set.of(PartnerType.RESELLER)))
			.returns("PARTNER_TYPE_CANNOT_ISSUE", Problem::code);
	}

	@Test
	@Tag("VOU-04")
	void servesInOrderUntilTheQuotaIsUsedUp() {
		KnownCustomer first = customer(AssociationType.RESALE, true);
		KnownCustomer second = customer(AssociationType.RESALE, true);
		KnownCustomer third = customer(AssociationType.RESALE, true);
		List<Decision> decisions = decide("150.00", "60.00", false, first, second, third);
		assertThat(decisions).extracting(Decision::refusal)
			.containsExactly(null, null, Refusal.QUOTA_BALANCE_INSUFFICIENT);
		assertThat(decide("180.00", "60.00", false, first, second, third)).extracting(Decision::refusal)
			.containsOnlyNulls();
	}

	@Test
	@Tag("VOU-07")
	void refusesUnknownCustomersAndEndedLinks() {
		assertThat(IssueRules.decide(order("1.00", null, Ids.next()),
				new Standing(Money.of("100.00"), 0, Map.of(), Map.of()), false))
			.extracting(Decision::refusal)
			.containsExactly(Refusal.CUSTOMER_UNKNOWN);
		assertThat(decide("100.00", "1.00", false, customer(AssociationType.RESALE, false)))
			.extracting(Decision::refusal)
			.containsExactly(Refusal.CUSTOMER_NOT_ASSOCIATED);
	}

	@Test
	@Tag("VOU-07")
	void refusesAdvisoryCustomersOnTheVendorFaceOnly() {
		KnownCustomer advisory = customer(AssociationType.ADVISORY, true);
		assertThat(decide("100.00", "1.00", true, advisory)).extracting(Decision::refusal)
			.containsExactly(Refusal.CUSTOMER_NOT_RESALE);
		assertThat(decide("100.00", "1.00", false, advisory)).extracting(Decision::refusal).containsOnlyNulls();
	}

	@Test
	@Tag("VOU-05")
	@Tag("I-11")
	void refusesWhoHasAsManyAsOneMayHave() {
		KnownCustomer full = customer(AssociationType.RESALE, true);
		KnownCustomer other = customer(AssociationType.RESALE, true);
		Standing standing = new Standing(Money.of("100.00"), 2,
				Map.of(full.customerId(), full, other.customerId(), other),
				Map.of(full.customerId(), 2, other.customerId(), 1));
		assertThat(IssueRules.decide(order("1.00", null, full.customerId(), other.customerId()), standing, false))
			.extracting(Decision::refusal)
			.containsExactly(Refusal.TOO_MANY_COUPONS, null);
	}

	private static void assertRefused(IssueOrder order, Quota quota, String code) {
		assertThatExceptionOfType(Problem.class).isThrownBy(() -> IssueRules.checkQuota(order, quota, NOW))
			.returns(code, Problem::code);
	}

	private static List<Decision> decide(String available, String face, boolean resaleOnly,
			KnownCustomer... customers) {
		UUID[] ids = java.util.Arrays.stream(customers).map(KnownCustomer::customerId).toArray(UUID[]::new);
		Map<UUID, KnownCustomer> known = java.util.Arrays.stream(customers)
			.collect(java.util.stream.Collectors.toMap(KnownCustomer::customerId, (customer) -> customer));
		return IssueRules.decide(order(face, null, ids), new Standing(Money.of(available), 0, known, Map.of()),
				resaleOnly);
	}

	private static IssueOrder order(String face, Instant expiresAt, UUID... customers) {
		return new IssueOrder(Ids.next(), List.of(customers), List.of(), Money.of(face), Money.zero(), Set.of(),
				Set.of(), null, expiresAt, null);
	}

	private static IssueOrder from(Instant effectiveAt) {
		return new IssueOrder(Ids.next(), List.of(Ids.next()), List.of(), Money.of("1.00"), Money.zero(), Set.of(),
				Set.of(), effectiveAt, null, null);
	}

	private static KnownCustomer customer(AssociationType type, boolean active) {
		return new KnownCustomer(Ids.next(), OWNER, OWNER, 1, type, active);
	}

	private static Quota quota() {
		return quota(Quota.State.NORMAL, NOW, NOW.plus(Duration.ofDays(30)));
	}

	private static Quota quota(Quota.State state, Instant from, Instant to) {
		return new Quota(Ids.next(), CouponType.VOUCHER, OWNER, OWNER, null, state, Money.of("100.00"),
				Money.of("100.00"), Quota.Terms.valid(from, to), NOW, NOW);
	}

}
