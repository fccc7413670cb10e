package io.partnerhub.acceptance;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.partnerhub.platform.Ids;
import io.partnerhub.platform.testkit.HubClient;
import io.partnerhub.platform.testkit.HubClient.Answer;
import org.jspecify.annotations.Nullable;

import static org.awaitility.Awaitility.await;

/**
 * A government-subsidy partner of its own, so that its white-list is nobody else's: the
 * vendor registers it, grants it quotas and tells of accounts.
 */
final class Subsidy {

	static final String ENTITY = "HWC-CN";

	private final RunningHub hub;

	private final Person person;

	private final String partnerId;

	Subsidy(RunningHub hub) throws Exception {
		this.hub = hub;
		this.person = new Person(hub).register("/");
		this.partnerId = vendor()
			.post("/api/v1/vendor/partners", Map.of("type", "GOVERNMENT_SUBSIDY", "name", "惠企中心", "email",
					this.person.email(), "mobile", "+8613800000001", "administrator",
					Map.of("loginName", this.person.login(), "displayName", "管理员", "issuer", this.person.claim("iss"),
							"subject", this.person.claim("sub"), "email", this.person.email())))
			.expect(201)
			.text("/id");
		Relation.eventually(() -> admin().get("/api/v1/partners/me"), 200);
		Relation.eventually(() -> admin().get("/api/v1/whitelist/versions"), 200);
	}

	HubClient.As admin() {
		return this.person.calls();
	}

	String email() {
		return this.person.email();
	}

	String partnerId() {
		return this.partnerId;
	}

	/** The vendor's SDK with a key of this partner. */
	VendorSdk sdk() {
		Answer key = admin().post("/api/v1/credentials", Map.of()).expect(201);
		return new VendorSdk(this.hub, key.text("/accessKey"), key.text("/secretKey"));
	}

	/** A cash-coupon quota, restricted to whom its coupons can be invoiced or not. */
	String quota(String value, boolean invoiceToUser, Duration validity) {
		Map<String, Object> grant = new HashMap<>(
				Map.of("partnerId", this.partnerId, "value", Relation.money(value), "effectiveAt", Instant.EPOCH,
						"expiresAt", Instant.now().plus(validity), "invoiceToCouponUser", invoiceToUser));
		if (invoiceToUser) {
			grant.put("signingEntity", ENTITY);
		}
		String key = Ids.next().toString();
		return Relation
			.eventually(() -> vendor().with("Idempotency-Key", key).post("/api/v1/vendor/cash-coupon-quotas", grant),
					201)
			.text("/id");
	}

	String quota(String value, boolean invoiceToUser) {
		return quota(value, invoiceToUser, Duration.ofDays(365));
	}

	/** Lets the vendor tell of an account. */
	void tell(String account, @Nullable String signingEntity, @Nullable String master) {
		Map<String, Object> news = new HashMap<>(
				Map.of("accountName", account, "asOf", Instant.now(), "realName", "Company " + account));
		if (signingEntity != null) {
			news.put("signingEntity", signingEntity);
		}
		if (master != null) {
			news.put("masterAccountName", master);
			news.put("flags", Map.of("ENTERPRISE_MEMBER", true));
		}
		vendor().post("/api/v1/vendor/customer-facts", Map.of("facts", List.of(news))).expect(200);
	}

	/** A fresh account the vendor told of. */
	String account(@Nullable String signingEntity, @Nullable String master) {
		String account = "account-" + Ids.next();
		tell(account, signingEntity, master);
		return account;
	}

	Answer list(String... accounts) {
		return admin().put("/api/v1/whitelist",
				Map.of("customers",
						Arrays.stream(accounts)
							.map((account) -> Map.of("accountName", account, "name", "Company " + account))
							.toList()));
	}

	/** The id of a listed account, once the vendor's word of it has arrived. */
	String id(String account) {
		String search = "/api/v1/whitelist/customers?accountName=" + account;
		return await().atMost(Relation.PATIENCE)
			.until(() -> admin().get(search).expect(200).text("/items/0/customerId"), (id) -> !id.isEmpty());
	}

	Answer issue(String quota, String face, String... customers) {
		return admin().post("/api/v1/cash-coupons",
				Map.of("quotaId", quota, "customerIds", List.of(customers), "faceValue", Relation.money(face)));
	}

	/** The one coupon of a customer. */
	String coupon(String quota, String face, String customer) {
		return issue(quota, face, customer).expect(201).text("/cashCoupons/0/id");
	}

	String state(String coupon) {
		return admin().get("/api/v1/cash-coupons/" + coupon).expect(200).text("/state");
	}

	String available(String quota) {
		return admin().get("/api/v1/cash-coupon-quotas/" + quota).expect(200).text("/balance/amount");
	}

	private HubClient.As vendor() {
		return this.hub.as("VENDOR_TOKEN");
	}

}
