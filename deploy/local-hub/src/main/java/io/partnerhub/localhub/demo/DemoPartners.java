package io.partnerhub.localhub.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The partners of the demo with their people, keys, money and voucher quota. */
final class DemoPartners {

	private static final Duration QUOTA_LIFE = Duration.ofDays(365);

	private final DemoHub hub;

	private final DemoProperties demo;

	DemoPartners(DemoHub hub, DemoProperties demo) {
		this.hub = hub;
		this.demo = demo;
	}

	void ensure(Instant seededAt) {
		partner("DISTRIBUTOR", "DISTRIBUTOR", "星河总经销", "distributor-admin", null);
		partner("SOLUTION_PROVIDER", "SOLUTION_PROVIDER", "云岭解决方案", "solution-provider-admin", null);
		partner("RESELLER", "RESELLER", "晨光云经销", "reseller-admin", this.demo.get("DISTRIBUTOR_ID"));
		partner(DemoSubsidy.PARTNER, "GOVERNMENT_SUBSIDY", "惠企补贴中心", DemoSubsidy.ADMIN, null);
		member("SUPERVISOR", "supervisor", "ACCOUNT_MANAGER_SUPERVISOR", null);
		member("AM", "account-manager", "ACCOUNT_MANAGER", this.demo.get("SUPERVISOR_ID"));
		for (String partner : List.of("DISTRIBUTOR", "SOLUTION_PROVIDER")) {
			money(partner, "10000.00");
			quota(partner, "1000.00", seededAt);
		}
	}

	private void partner(String name, String type, String company, String login, @Nullable String distributor) {
		if (!this.demo.has(name + "_ID")) {
			DemoLogins.Login administrator = this.hub.logins().ensure(login, null);
			Map<String, Object> body = new LinkedHashMap<>();
			body.put("type", type);
			body.put("name", company);
			body.put("email", administrator.email());
			body.put("mobile", "+86 13800000000");
			body.put("distributorId", distributor);
			body.put("administrator", Map.of("loginName", login, "displayName", company + "管理员", "issuer",
					administrator.issuer(), "subject", administrator.subject(), "email", administrator.email()));
			JsonNode partner = this.hub.post(DemoLogins.VENDOR, "/api/v1/vendor/partners", "demo-" + name, body);
			this.demo.put(name + "_ADMIN_TOKEN", DemoLogins.mark(login));
			this.demo.put(name + "_ID", partner.get("id").asString());
		}
		if (!this.demo.has(name + "_AK")) {
			keep(name, this.hub.post(login, "/api/v1/credentials", keyOf(name), null));
		}
	}

	private void member(String name, String login, String role, @Nullable String supervisor) {
		if (this.demo.has(name + "_ID")) {
			return;
		}
		DemoLogins.Login person = this.hub.logins().ensure(login, null);
		Map<String, Object> body = new LinkedHashMap<>();
		body.put("loginName", login);
		body.put("displayName", login);
		body.put("roles", List.of(role));
		body.put("supervisorId", supervisor);
		body.put("issuer", person.issuer());
		body.put("subject", person.subject());
		body.put("email", person.email());
		JsonNode member = this.hub.post("distributor-admin", "/api/v1/members", "demo-" + name, body);
		this.demo.put(name + "_TOKEN", DemoLogins.mark(login));
		this.demo.put(name + "_ID", member.get("id").asString());
	}

	/** A serial number is booked once, so that a repeat adds nothing. */
	private void money(String partner, String amount) {
		if (!this.demo.has(partner + "_MONEY")) {
			this.hub.post(DemoLogins.VENDOR, "/api/v1/vendor/top-ups", "demo-money-" + partner, Map.of("partnerId",
					this.demo.get(partner + "_ID"), "amount", money(amount), "bankSerialNumber", "DEMO-" + partner));
			this.demo.put(partner + "_MONEY", amount);
		}
	}

	private void quota(String partner, String value, Instant from) {
		if (!this.demo.has(partner + "_QUOTA")) {
			this.hub.post(DemoLogins.VENDOR, "/api/v1/vendor/voucher-quotas", "demo-quota-" + partner,
					Map.of("partnerId", this.demo.get(partner + "_ID"), "value", money(value), "effectiveAt",
							from.toString(), "expiresAt", from.plus(QUOTA_LIFE).toString()));
			this.demo.put(partner + "_QUOTA", value);
		}
	}

	/**
	 * A secret is shown once only: if a crash lost it, the next try must make another
	 * key.
	 */
	private String keyOf(String name) {
		int attempt = Integer.parseInt(this.demo.find(name + "_AK_TRIES").orElse("0")) + 1;
		this.demo.put(name + "_AK_TRIES", Integer.toString(attempt));
		return "demo-key-" + name + "-" + attempt;
	}

	private void keep(String name, JsonNode created) {
		this.demo.put(name + "_SK", created.get("secretKey").asString());
		this.demo.put(name + "_AK", created.get("accessKey").asString());
	}

	private static Map<String, String> money(String amount) {
		return Map.of("amount", amount, "currency", "CNY");
	}

}
