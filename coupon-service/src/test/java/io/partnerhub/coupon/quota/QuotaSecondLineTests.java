package io.partnerhub.coupon.quota;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import io.partnerhub.contracts.CouponType;
import io.partnerhub.coupon.CouponTest;
import io.partnerhub.coupon.quota.Movement.Bucket;
import io.partnerhub.coupon.quota.Movement.Kind;
import io.partnerhub.platform.Ids;
import io.partnerhub.platform.money.Money;
import io.partnerhub.platform.problem.Problem;
import io.partnerhub.platform.testkit.MovableClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** A quota that cannot be used gives nothing, whatever was checked before. */
@CouponTest
class QuotaSecondLineTests {

	private static final Instant START = MovableClock.START;

	private static final Duration LIFE = Duration.ofDays(30);

	@Autowired
	private Quotas quotas;

	@Autowired
	private QuotaStore store;

	@Autowired
	private MovableClock clock;

	@Autowired
	private JdbcClient jdbc;

	private Quota quota = quota();

	@BeforeEach
	void aQuota() {
		this.store.insert(this.quota);
		this.quotas.book(List.of(new Movement(this.quota.id(), Kind.GRANTED, Bucket.GRANTOR, Bucket.AVAILABLE,
				this.quota.granted(), null)));
	}

	@AfterEach
	void turnTheClockBack() {
		this.clock.reset();
	}

	@ParameterizedTest
	@EnumSource(value = Quota.State.class, mode = EnumSource.Mode.EXCLUDE, names = { "NORMAL", "RECLAIMED" })
	@Tag("VOU-01")
	void takesNothingInAnyOtherState(Quota.State state) {
		this.jdbc.sql("update quota set state = :state where id = :id")
			.param("state", state.name())
			.param("id", this.quota.id())
			.update();
		assertTakesNothing();
	}

	@Test
	@Tag("VOU-01")
	void takesFromTheFirstToBeforeTheLastMoment() {
		this.clock.set(START.minusMillis(1));
		assertTakesNothing();
		this.clock.set(START.plus(LIFE));
		assertTakesNothing();
		this.clock.set(START.plus(LIFE).minusMillis(1));
		this.quotas.take(present(), Money.of("1.00"), null);
		assertThat(available()).isEqualTo(Money.of("99.00"));
		this.clock.set(START);
		this.quotas.take(present(), Money.of("1.00"), null);
		assertThat(available()).isEqualTo(Money.of("98.00"));
	}

	private void assertTakesNothing() {
		assertThatExceptionOfType(Problem.class).isThrownBy(() -> this.quotas.take(present(), Money.of("1.00"), null))
			.returns("QUOTA_NOT_USABLE", Problem::code);
		assertThat(available()).isEqualTo(Money.of("100.00"));
	}

	private Money available() {
		return present().available();
	}

	private Quota present() {
		return this.store.find(this.quota.ownerPartnerId(), this.quota.id()).orElseThrow();
	}

	private static Quota quota() {
		UUID owner = Ids.next();
		Instant granted = START.minus(LIFE);
		return new Quota(Ids.next(), CouponType.VOUCHER, owner, owner, null, Quota.State.NORMAL, Money.of("100.00"),
				Money.of("100.00"), Quota.Terms.valid(START, START.plus(LIFE)), granted, granted);
	}

}
