package io.partnerhub.localhub;

import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;

import io.partnerhub.localhub.demo.DemoLogins;
import io.partnerhub.localhub.demo.DemoProperties;
import io.partnerhub.localhub.home.Ports;
import io.partnerhub.localhub.service.Service;

/** What a person needs to know once the hub is ready: every address, login and key. */
final class Banner {

	private static final Map<String, String> PEOPLE = Map.of("VENDOR_TOKEN", "vendor operator",
			"DISTRIBUTOR_ADMIN_TOKEN", "distributor: administrator", "AM_TOKEN", "distributor: account manager",
			"SUPERVISOR_TOKEN", "distributor: supervisor", "SOLUTION_PROVIDER_ADMIN_TOKEN",
			"solution provider: administrator", "RESELLER_ADMIN_TOKEN", "reseller: administrator", "CUSTOMER_TOKEN",
			"customer", "SUBSIDY_ADMIN_TOKEN", "government-subsidy partner: administrator");

	private static final Map<String, String> KEYS = Map.of("DISTRIBUTOR", "distributor", "SOLUTION_PROVIDER",
			"solution provider", "RESELLER", "reseller", "CUSTOMER", "customer", "SUBSIDY", "subsidy partner");

	private final Ports ports;

	private final DemoProperties demo;

	private final Path home;

	Banner(Path home) {
		this.ports = Ports.in(home);
		this.demo = DemoProperties.in(home);
		this.home = home;
	}

	String text() {
		return """

				Partner Hub is ready
				  API               %s      (front ends /api/v1, integrators /v2 and /v3)
				  Mails             %s
				  Identity provider %s      (client hub-web, authorization code + PKCE)
				  PostgreSQL        jdbc:postgresql://127.0.0.1:%d/<database>      (user postgres, no password)
				  Kafka             127.0.0.1:%d
				  Services          %s

				  Logins, all with the password '%s'
				%s
				  Access keys
				%s
				  Tokens for all of them: ./hub env      Data: %s
				""".formatted(url(Service.GATEWAY.title()), url("mail"), url("identity"), this.ports.of("postgres"),
				this.ports.of("kafka"), services(), DemoLogins.PASSWORD, people(), keys(), this.home);
	}

	private String url(String part) {
		return "http://127.0.0.1:" + this.ports.of(part);
	}

	private String services() {
		return Service.titles()
			.stream()
			.filter((title) -> !title.equals(Service.GATEWAY.title()))
			.map((title) -> title + " :" + this.ports.of(title))
			.collect(Collectors.joining(", "));
	}

	private String people() {
		return PEOPLE.entrySet()
			.stream()
			.sorted(Map.Entry.comparingByValue())
			.flatMap((person) -> this.demo.find(person.getKey())
				.map((login) -> "    %-32s %s%n".formatted(login.replace("login:", ""), person.getValue()))
				.stream())
			.collect(Collectors.joining());
	}

	private String keys() {
		return KEYS.entrySet()
			.stream()
			.sorted(Map.Entry.comparingByValue())
			.flatMap((owner) -> this.demo.find(owner.getKey() + "_AK")
				.map((key) -> "    %-20s %s  %s%n".formatted(owner.getValue(), key,
						this.demo.find(owner.getKey() + "_SK").orElse("")))
				.stream())
			.collect(Collectors.joining());
	}

}
