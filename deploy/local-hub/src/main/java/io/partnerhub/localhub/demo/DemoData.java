package io.partnerhub.localhub.demo;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;

import io.partnerhub.localhub.home.Progress;

/**
 * Makes the demo data at the first start, step by step: what is there already is left as
 * it is.
 */
public final class DemoData {

	private static final String ORDERS = "CUSTOMER_ORDERS";

	private final DemoHub hub;

	private final DemoProperties demo;

	private final Clock clock = Clock.systemUTC();

	private DemoData(Path home) {
		this.hub = new DemoHub(home);
		this.demo = DemoProperties.in(home);
	}

	public static DemoData in(Path home) {
		return new DemoData(home);
	}

	public void ensure(Progress progress) {
		if (!this.demo.has("CUSTOMER_ID")) {
			progress.say("Making demo data: partners, people, keys, money and a customer");
		}
		this.hub.logins().ensure(DemoLogins.VENDOR, DemoLogins.VENDOR_SUBJECT);
		if (!this.demo.has("SEEDED_AT")) {
			this.demo.put("SEEDED_AT", this.clock.instant().truncatedTo(ChronoUnit.SECONDS).toString());
			this.demo.put("VENDOR_TOKEN", DemoLogins.mark(DemoLogins.VENDOR));
		}
		new DemoPartners(this.hub, this.demo).ensure(Instant.parse(this.demo.get("SEEDED_AT")));
		new DemoServiceTypes(this.hub, this.demo).ensure();
		new DemoSubsidy(this.hub, this.demo).ensure(Instant.parse(this.demo.get("SEEDED_AT")));
		if (!this.demo.has("CUSTOMER_ID")) {
			new DemoCustomers(this.hub, this.demo).add();
		}
		if (!this.demo.has(ORDERS)) {
			addOrders(this.demo.get("CUSTOMER_ID"));
		}
		progress.say("Demo data ready");
	}

	/** A customer with two unpaid orders, with his keys and a fresh token. */
	public Map<String, String> addCustomer(Progress progress) {
		progress.say("Adding a customer with two orders to be paid");
		Map<String, String> values = new LinkedHashMap<>();
		new DemoCustomers(this.hub, this.demo).add()
			.forEach((name, value) -> values.put(name, this.hub.logins().resolve(value)));
		addOrders(this.demo.get("CUSTOMER_ID"));
		return values;
	}

	/** Fresh orders that wait for their payment. */
	private void addOrders(String customer) {
		new DemoOrders(this.hub, this.clock).add(customer);
		this.demo.put(ORDERS, customer);
	}

}
