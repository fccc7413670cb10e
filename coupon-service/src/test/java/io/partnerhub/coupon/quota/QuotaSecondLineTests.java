package io.partnerhub.coupon.quota;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import io.partnerhub.contracts.CouponType;
import io.partnerhub.coupon.CouponTest;
import io.partnerhub.coupon.limit.Limits;
import io.partnerhub.coupon.quota.Movement.Bucket;
import io.partnerhub.coupon.quota.Movement.Kind;
import io.partnerhub.platform.Ids;
import io.partnerhub.platform.money.Money;
import io.partnerhub.platform.testkit.MovableClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** What the database refuses where the rules of quotas had failed. */
@CouponTest
class QuotaSecondLineTests {

	private static final Instant START = MovableClock.START;

	private static final Duration LIFE = Duration.ofDays(30);

	private final UUID customer = Ids.next();

	@Autowired
	private Quotas quotas;

	@Autowired
	private QuotaStore store;

	@Autowired
	private JdbcClient jdbc;

	private Quota quota = quota(Limits.NONE);

	@BeforeEach
	void aQuota() {
		insert(this.quota);
	}

	@ParameterizedTest
	@EnumSource(value = Quota.State.class, mode = EnumSource.Mode.EXCLUDE, names = { "NORMAL", "RECLAIMED" })
	@Tag("VOU-01")
	void givesNoCouponInAnyOtherState(Quota.State state) {
		this.jdbc.sql("update quota set state = :state where id = :id")
			.param("state", state.name())
			.param("id", this.quota.id())
			.update();
		assertGivesNone(START);
	}

	@Test
	@Tag("VOU-01")
	void givesCouponsFromTheFirstToBeforeTheLastMoment() {
		assertGivesNone(START.minusMillis(1));
		assertGivesNone(START.plus(LIFE));
		give(START);
		give(START.plus(LIFE).minusMillis(1));
	}

	@Test
	@Tag("VOU-05")
	void givesCouponsToNamedCustomersAlone() {
		this.quota = quota(named(Ids.next()));
		insert(this.quota);
		assertGivesNone(START);
		this.quota = quota(named(this.customer));
		insert(this.quota);
		give(START);
	}

	@Test
	@Tag("I-09")
	@Tag("I-02")
	void delegatesNoMoreThanItHasAndGetsNoMoreBack() {
		assertMovesNot(Kind.DELEGATED, Bucket.AVAILABLE, Bucket.DELEGATED, "100.01");
		move(Kind.DELEGATED, Bucket.AVAILABLE, Bucket.DELEGATED, "60.00");
		assertMovesNot(Kind.DELEGATED, Bucket.AVAILABLE, Bucket.DELEGATED, "40.01");
		assertMovesNot(Kind.ISSUED, Bucket.AVAILABLE, Bucket.LIVE, "40.01");
		assertMovesNot(Kind.TAKEN_BACK, Bucket.DELEGATED, Bucket.AVAILABLE, "60.01");
		move(Kind.TAKEN_BACK, Bucket.DELEGATED, Bucket.AVAILABLE, "60.00");
		assertThat(this.store.find(this.quota.ownerPartnerId(), this.quota.id()).orElseThrow().available())
			.isEqualTo(Money.of("100.00"));
	}

	@Test
	@Tag("I-09")
	void keepsWhatWasDelegatedWithinWhatWasGranted() {
		assertThatExceptionOfType(DataIntegrityViolationException.class)
			.isThrownBy(() -> this.jdbc.sql("update quota set delegated_minor = delegated_minor + 1 where id = :id")
				.param("id", this.quota.id())
				.update())
			.withMessageContaining("quota_conserved");
	}

	private void assertGivesNone(Instant at) {
		assertThatExceptionOfType(DataIntegrityViolationException.class).isThrownBy(() -> give(at))
			.withMessageContaining("outside its quota");
	}

	private void give(Instant at) {
		this.jdbc.sql("""
				insert into coupon (id, type, partner_id, owner_partner_id, quota_id, customer_id, epoch, face_minor,
				                    balance_minor, minimum_minor, effective_at, expires_at, created_at)
				select :coupon, type, partner_id, owner_partner_id, id, :customer, 0, 100, 100, 0, effective_at,
				       expires_at, :at
				from quota
				where id = :quota
				""")
			.param("coupon", Ids.next())
			.param("customer", this.customer)
			.param("at", Timestamp.from(at))
			.param("quota", this.quota.id())
			.update();
	}

	private void assertMovesNot(Kind kind, Bucket source, Bucket target, String amount) {
		assertThatExceptionOfType(DataIntegrityViolationException.class)
			.isThrownBy(() -> move(kind, source, target, amount))
			.withMessageContaining("_minor_check");
	}

	private void move(Kind kind, Bucket source, Bucket target, String amount) {
		this.quotas.book(List.of(new Movement(this.quota.id(), kind, source, target, Money.of(amount), null)));
	}

	private void insert(Quota quota) {
		this.store.insert(quota);
		this.quotas.book(List
			.of(new Movement(quota.id(), Kind.GRANTED, Bucket.GRANTOR, Bucket.AVAILABLE, quota.granted(), null)));
	}

	private static Limits named(UUID customer) {
		return new Limits(Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), null, null, false,
				false, 0, Set.of(customer), false, null, 0);
	}

	private static Quota quota(Limits limits) {
		UUID owner = Ids.next();
		Instant granted = START.minus(LIFE);
		return new Quota(Ids.next(), CouponType.VOUCHER, owner, owner, null, Quota.State.NORMAL, Money.of("100.00"),
				Money.of("100.00"), new Quota.Terms(limits, false, null, START, START.plus(LIFE)), granted, granted);
	}

}
