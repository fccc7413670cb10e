package io.partnerhub.localhub;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.partnerhub.localhub.demo.DemoLogins;
import io.partnerhub.localhub.demo.DemoProperties;
import io.partnerhub.localhub.home.Ports;
import io.partnerhub.localhub.service.Service;

/**
 * What a shell or a test needs to use the hub: addresses, keys, and tokens that are fresh
 * on every call.
 */
final class HubEnvironment {

	private static final List<String> NAMES = List.of("VENDOR_TOKEN", "DISTRIBUTOR_ID", "DISTRIBUTOR_AK",
			"DISTRIBUTOR_SK", "DISTRIBUTOR_ADMIN_TOKEN", "AM_TOKEN", "SUPERVISOR_TOKEN", "SOLUTION_PROVIDER_ID",
			"SOLUTION_PROVIDER_AK", "SOLUTION_PROVIDER_SK", "SOLUTION_PROVIDER_ADMIN_TOKEN", "RESELLER_ID",
			"RESELLER_AK", "RESELLER_SK", "RESELLER_ADMIN_TOKEN", "CUSTOMER_ID", "CUSTOMER_AK", "CUSTOMER_SK",
			"CUSTOMER_TOKEN", "SUBSIDY_ID", "SUBSIDY_AK", "SUBSIDY_SK", "SUBSIDY_ADMIN_TOKEN");

	private final Path home;

	HubEnvironment(Path home) {
		this.home = home;
	}

	Map<String, String> values() {
		Ports ports = Ports.in(this.home);
		DemoProperties demo = DemoProperties.in(this.home);
		DemoLogins logins = DemoLogins.in(this.home);
		Map<String, String> values = new LinkedHashMap<>();
		values.put("HUB_URL", url(ports, Service.GATEWAY.title()));
		values.put("HUB_MAIL_URL", url(ports, "mail"));
		values.put("HUB_KAFKA", "127.0.0.1:" + ports.of("kafka"));
		for (String name : NAMES) {
			demo.find(name).map(logins::resolve).ifPresent((value) -> values.put(name, value));
		}
		values.put("HUB_IDENTITY_URL", url(ports, "identity"));
		return values;
	}

	private static String url(Ports ports, String part) {
		return "http://127.0.0.1:" + ports.of(part);
	}

}
