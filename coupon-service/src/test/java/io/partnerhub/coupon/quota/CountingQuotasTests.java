package io.partnerhub.coupon.quota;

import java.util.UUID;

import io.micrometer.core.instrument.MeterRegistry;
import io.partnerhub.contracts.AssociationType;
import io.partnerhub.coupon.A;
import io.partnerhub.coupon.CouponTest;
import io.partnerhub.platform.Ids;
import io.partnerhub.platform.caller.Caller;
import io.partnerhub.platform.testkit.Hears;
import io.partnerhub.platform.testkit.HubClient;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** What the database refuses of quotas, and what counting from zero finds. */
@CouponTest
class CountingQuotasTests {

	private final A.Partner partner = A.partner();

	@Autowired
	private Reconciliation reconciliation;

	@Autowired
	private HubClient client;

	@Autowired
	private Hears hears;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private MeterRegistry metrics;

	private String quota = "";

	@BeforeEach
	void aQuotaWithAVoucher() {
		UUID customer = Ids.next();
		this.hears.event(this.partner.registered());
		this.hears.event(this.partner.linked(customer, 1, AssociationType.RESALE));
		this.quota = vendor().post("/api/v1/vendor/voucher-quotas", A.grant(this.partner, "100.00"))
			.expect(201)
			.text("/id");
		this.client.as(this.partner.administrator())
			.post("/api/v1/vouchers", A.issue(this.quota, "10.00", customer))
			.expect(201);
	}

	@Test
	@Tag("I-01")
	void findsADifferenceOfOneHundredth() {
		countAll();
		assertThat(found()).isZero();
		double before = gauge();
		change("update coupon set balance_minor = balance_minor - 1, used_minor = used_minor + 1 where quota_id = :id::uuid");
		countAll();
		countAll();
		assertThat(found()).isEqualTo(2);
		assertThat(gauge()).isEqualTo(before + 2);
		assertThat(vendor().get("/api/v1/vendor/quota-differences").expect(200).response().body())
			.contains("USED_BY_COUPONS", "\"0.01\"");
		change("update coupon set balance_minor = balance_minor + 1, used_minor = used_minor - 1 where quota_id = :id::uuid");
		countAll();
		assertThat(found()).isZero();
	}

	@ParameterizedTest
	@ValueSource(strings = { "available_minor = available_minor + 1", "live_minor = live_minor - 1",
			"delegated_minor = 1", "available_minor = -1, live_minor = live_minor + available_minor + 1",
			"used_minor = -1, live_minor = live_minor + 1", "expired_minor = -1, live_minor = live_minor + 1",
			"state = 'RECLAIMED'", "parent_quota_id = id", "currency = 'USD'", "type = 'CASH_COUPON'",
			"limits = '{\"usageTimes\":1}'", "expired_at = created_at", "expires_at = expires_at - interval '1 second'",
			"effective_at = effective_at + interval '1 second'" })
	@Tag("I-01")
	@Tag("I-02")
	@Tag("I-11")
	void refusesQuotasThatDoNotAddUp(String change) {
		assertRefused("update quota set " + change + " where id = :id::uuid");
	}

	/** Under a quota of the same tenant only, of the same type, and not under a part. */
	@Test
	@Tag("I-09")
	@Tag("QUO-05")
	void refusesAThirdLevelAndStrangers() {
		String insert = """
				insert into quota (id, type, partner_id, owner_partner_id, parent_quota_id, state, currency, granted_minor,
				                   available_minor, live_minor, effective_at, expires_at, created_at, updated_at)
				select gen_random_uuid(), type, %s, gen_random_uuid(), id, 'NORMAL', currency, 0, 0, 0, effective_at,
				       expires_at + %s, created_at, created_at
				from quota
				where %s = :id::uuid
				""";
		change(insert.formatted("partner_id", "interval '0'", "id"));
		assertRefused(insert.formatted("partner_id", "interval '0'", "parent_quota_id"));
		assertRefused(insert.formatted("gen_random_uuid()", "interval '0'", "id"));
		assertRefused(insert.formatted("partner_id", "interval '1 second'", "id"));
	}

	private void countAll() {
		do {
			this.reconciliation.countNext();
		}
		while (!this.jdbc.sql("select quota_id from quota_count_position")
			.query(UUID.class)
			.single()
			.equals(new UUID(0, 0)));
	}

	private int found() {
		return this.jdbc.sql("select count(*) from quota_difference where quota_id = :id::uuid")
			.param("id", this.quota)
			.query(Integer.class)
			.single();
	}

	private double gauge() {
		return this.metrics.get("partnerhub.quota.differences").gauge().value();
	}

	private void change(String change) {
		this.jdbc.sql(change).param("id", this.quota).update();
	}

	private void assertRefused(String change) {
		assertThatExceptionOfType(DataIntegrityViolationException.class).isThrownBy(() -> change(change));
	}

	private HubClient.As vendor() {
		return this.client.as(Caller.vendor("operator"));
	}

}
