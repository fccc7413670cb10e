package io.partnerhub.coupon;

import java.util.UUID;

import io.partnerhub.contracts.CouponType;
import io.partnerhub.platform.Ids;
import io.partnerhub.platform.caller.Caller;
import io.partnerhub.platform.testkit.Announced;
import io.partnerhub.platform.testkit.Hears;
import io.partnerhub.platform.testkit.HubClient;
import io.partnerhub.platform.testkit.MovableClock;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A distributor that is known, and what most stories about its coupons begin with. */
@CouponTest
public abstract class CouponScenario {

	protected final A.Partner partner = A.partner();

	protected final UUID customer = Ids.next();

	@Autowired
	protected HubClient client;

	@Autowired
	protected Hears hears;

	@Autowired
	protected Announced announced;

	@Autowired
	protected JdbcClient jdbc;

	@BeforeEach
	void aPartner() {
		this.hears.event(this.partner.registered());
	}

	protected HubClient.As admin() {
		return this.client.as(this.partner.administrator());
	}

	/** A voucher quota of the partner. */
	protected String quota(String value) {
		return quota(this.partner, value);
	}

	protected String quota(A.Partner holder, String value) {
		return this.client.as(Caller.vendor("operator"))
			.post("/api/v1/vendor/voucher-quotas", A.grant(holder, value))
			.expect(201)
			.text("/id");
	}

	/** 1,000.00 for cash coupons; only government-subsidy partners get such. */
	protected String cashQuota(A.Partner holder) {
		UUID id = Ids.next();
		this.jdbc
			.sql("""
					insert into quota (id, type, partner_id, owner_partner_id, state, currency, granted_minor, available_minor,
					                   live_minor, effective_at, expires_at, created_at, updated_at)
					values (:id, :type, :holder, :holder, 'NORMAL', 'CNY', 100000, 100000, 0, :from::timestamptz,
					        :from::timestamptz + interval '30 days', :from::timestamptz, :from::timestamptz)
					""")
			.param("id", id)
			.param("type", CouponType.CASH_COUPON.name())
			.param("holder", holder.id())
			.param("from", MovableClock.START.toString())
			.update();
		return id.toString();
	}

	protected HubClient.Answer issue(String quota, String face, UUID... customers) {
		return admin().post("/api/v1/vouchers", A.issue(quota, face, customers));
	}

	protected String voucher(String quota, String face) {
		return issue(quota, face, this.customer).expect(201).text("/vouchers/0/id");
	}

	protected String state(String voucher) {
		return admin().get("/api/v1/vouchers/" + voucher).expect(200).text("/state");
	}

	protected String balance(String quota) {
		return admin().get("/api/v1/voucher-quotas/" + quota).expect(200).text("/balance/amount");
	}

	/** How many times something of the type was done for the customer. */
	protected long records(int operationType) {
		return this.jdbc.sql("select count(*) from operation_record where customer_id = :id and operation_type = :type")
			.param("id", this.customer)
			.param("type", operationType)
			.query(Long.class)
			.single();
	}

}
