package io.partnerhub.localhub.demo;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import tools.jackson.databind.JsonNode;

/**
 * Resale customers of the demo's distributor, won as in life: pre-registered, invited by
 * mail, accepted by themselves.
 */
final class DemoCustomers {

	private static final String ACCOUNT_MANAGER = "account-manager";

	private static final Pattern LINK = Pattern.compile("/invitations/([A-Za-z0-9_-]+)");

	private final DemoHub hub;

	private final DemoProperties demo;

	DemoCustomers(DemoHub hub, DemoProperties demo) {
		this.hub = hub;
		this.demo = demo;
	}

	/** Makes the next customer; from now on the demo properties name him. */
	Map<String, String> add() {
		int number = Integer.parseInt(this.demo.find("CUSTOMERS").orElse("0")) + 1;
		this.demo.put("CUSTOMERS", Integer.toString(number));
		String login = login(number);
		DemoLogins.Login person = this.hub.logins().ensure(login, null);
		String customer = associate(number, person);
		JsonNode key = this.hub.post(DemoLogins.VENDOR, "/api/v1/vendor/credentials", "demo-key-" + login,
				Map.of("customerId", customer));
		Map<String, String> values = new LinkedHashMap<>();
		values.put("CUSTOMER_ID", customer);
		values.put("CUSTOMER_AK", key.get("accessKey").asString());
		values.put("CUSTOMER_SK", key.get("secretKey").asString());
		values.put("CUSTOMER_TOKEN", DemoLogins.mark(login));
		values.forEach(this.demo::put);
		return values;
	}

	static String login(int number) {
		return "customer-" + number;
	}

	static String name(int number) {
		return "演示客户" + number;
	}

	private String associate(int number, DemoLogins.Login person) {
		String step = "demo-" + person.username();
		JsonNode prospect = this.hub.post(ACCOUNT_MANAGER, "/api/v1/pre-registrations", step + "-prospect",
				Map.of("customerName", name(number), "contactName", "李雷", "email", person.email()));
		this.hub.post(ACCOUNT_MANAGER, "/api/v1/invitations", step + "-invitation",
				Map.of("preRegistrationId", prospect.get("id").asString(), "associationType", "RESALE"));
		String token = Eventually.appears("The invitation's mail to " + person.email(), () -> token(person.email()));
		JsonNode offer = this.hub.get(person.username(), "/api/v1/invitations/by-token/" + token);
		JsonNode accepted = this.hub.post(person.username(), "/api/v1/invitations/acceptances", step + "-acceptance",
				Map.of("token", token, "noticeVersion", offer.get("notice").get("version").asString(), "accepted",
						true));
		return accepted.get("customerId").asString();
	}

	private Optional<String> token(String address) {
		JsonNode mails = this.hub.mails(address);
		if (mails.isEmpty()) {
			return Optional.empty();
		}
		Matcher link = LINK.matcher(mails.get(0).get("text").asString());
		return link.find() ? Optional.of(link.group(1)) : Optional.empty();
	}

}
