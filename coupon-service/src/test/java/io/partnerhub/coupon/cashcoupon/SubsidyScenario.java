package io.partnerhub.coupon.cashcoupon;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

import io.partnerhub.contracts.AccountEvent.AccountFactsChanged;
import io.partnerhub.contracts.CouponType;
import io.partnerhub.coupon.A;
import io.partnerhub.coupon.CouponTest;
import io.partnerhub.platform.Ids;
import io.partnerhub.platform.caller.Caller;
import io.partnerhub.platform.testkit.Announced;
import io.partnerhub.platform.testkit.Hears;
import io.partnerhub.platform.testkit.HubClient;
import io.partnerhub.platform.testkit.HubClient.Answer;
import io.partnerhub.platform.testkit.MovableClock;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A government-subsidy partner, its quotas, and accounts it may have on its white-list.
 */
@CouponTest
public abstract class SubsidyScenario {

	protected static final String ENTITY = "HWC-CN";

	protected final A.Partner partner = A.subsidyPartner();

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

	/** An account the vendor told of. */
	protected UUID account(@Nullable String signingEntity, @Nullable String master) {
		UUID id = Ids.next();
		this.hears.event(new AccountFactsChanged(id, name(id), "Cloud " + id, signingEntity, master));
		return id;
	}

	protected static String name(UUID account) {
		return "acc-" + account;
	}

	protected Answer list(UUID... accounts) {
		List<Map<String, Object>> rows = Stream.of(accounts)
			.map((id) -> Map.<String, Object>of("accountName", name(id), "name", "Cloud " + id))
			.toList();
		return admin().put("/api/v1/whitelist", Map.of("customers", new ArrayList<>(rows)));
	}

	/** An account of the signing entity that stands alone on the list. */
	protected UUID listedAccount() {
		UUID account = account(ENTITY, null);
		list(account).expect(200);
		return account;
	}

	protected String cashQuota(String value, boolean invoiceToUser) {
		return quota(this.partner, CouponType.CASH_COUPON, value, invoiceToUser);
	}

	/** A voucher quota with limits. */
	protected String limitedQuota(String value, Map<String, Object> limits) {
		return limitedQuota("voucher-quotas", value, limits);
	}

	protected String limitedCashQuota(String value, Map<String, Object> limits) {
		return limitedQuota("cash-coupon-quotas", value, limits);
	}

	private String limitedQuota(String kind, String value, Map<String, Object> limits) {
		Map<String, Object> grant = new LinkedHashMap<>(A.grant(this.partner, value));
		grant.put("limits", limits);
		return this.client.as(Caller.vendor("operator")).post("/api/v1/vendor/" + kind, grant).expect(201).text("/id");
	}

	protected String quota(A.Partner owner, CouponType type, String value, boolean invoiceToUser) {
		UUID id = Ids.next();
		this.jdbc.sql("""
				with q as (
				    insert into quota (id, type, partner_id, owner_partner_id, state, currency, granted_minor,
				                       available_minor, live_minor, invoice_to_user, signing_entity, effective_at,
				                       expires_at, created_at, updated_at, last_sequence)
				    values (:id, :type, :partner, :partner, 'NORMAL', 'CNY', :value, :value, 0, :restricted, :entity,
				            :from::timestamptz, :to::timestamptz, :from::timestamptz, :from::timestamptz, 1)
				    returning id)
				insert into quota_journal (quota_id, sequence, kind, source, target, amount_minor, available_minor, at)
				select id, 1, 'GRANTED', 'GRANTOR', 'AVAILABLE', :value, :value, :from::timestamptz from q
				""")
			.param("id", id)
			.param("type", type.name())
			.param("partner", owner.id())
			.param("value", Math.round(Double.parseDouble(value) * 100))
			.param("restricted", invoiceToUser)
			.param("entity", (type == CouponType.CASH_COUPON) ? ENTITY : null)
			.param("from", MovableClock.START.toString())
			.param("to", MovableClock.START.plus(Duration.ofDays(30)).toString())
			.update();
		return id.toString();
	}

	protected Answer issue(String quota, String face, UUID... customers) {
		return admin().post("/api/v1/cash-coupons", new LinkedHashMap<>(A.issue(quota, face, customers)));
	}

	protected String coupon(String quota, String face, UUID customer) {
		return issue(quota, face, customer).expect(201).text("/cashCoupons/0/id");
	}

	protected String available(String quota) {
		return this.jdbc.sql("select (available_minor / 100.0)::numeric(18,2)::text from quota where id = :id::uuid")
			.param("id", quota)
			.query(String.class)
			.single();
	}

}
