package io.partnerhub.localhub;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import io.partnerhub.localhub.demo.DemoLogins;
import io.partnerhub.localhub.engine.Kafka;
import io.partnerhub.localhub.engine.Mailbox;
import io.partnerhub.localhub.engine.Part;
import io.partnerhub.localhub.engine.Postgres;
import io.partnerhub.localhub.home.HubHome;
import io.partnerhub.localhub.home.HubKeys;
import io.partnerhub.localhub.home.Ports;
import io.partnerhub.localhub.home.Progress;
import io.partnerhub.localhub.identity.IdentityProvider;
import io.partnerhub.localhub.service.Service;
import io.partnerhub.localhub.service.ServiceContext;
import io.partnerhub.localhub.service.ServiceProcess;
import io.partnerhub.localhub.service.ServiceSettings;

/** The parts of one hub, told of each other and not yet started. */
record HubParts(Ports ports, Postgres postgres, Kafka kafka, Mailbox mailbox, IdentityProvider identity,
		List<Part> services) {

	static final List<String> ENGINE_PORTS = List.of("postgres", "kafka", "kafka-controller", "mail-smtp", "mail",
			"identity");

	static HubParts of(HubHome home, HubSettings settings, Progress progress) {
		Ports ports = ports(home, settings);
		HubKeys keys = new HubKeys(home);
		keys.prepare(Service.titles());
		List<String> databases = new ArrayList<>(Service.databases());
		databases.add(IdentityProvider.DATABASE);
		Postgres postgres = new Postgres(home, ports.of("postgres"), databases, progress);
		Kafka kafka = new Kafka(home, ports.of("kafka"), ports.of("kafka-controller"), progress);
		Mailbox mailbox = new Mailbox(ports.of("mail-smtp"), ports.of("mail"), progress);
		IdentityProvider identity = new IdentityProvider(home, ports.of("identity"), issuer(home, ports), postgres,
				progress);
		ServiceSettings shared = new ServiceSettings(ports, postgres, kafka, mailbox, identity, keys,
				home.file("exports"), DemoLogins.VENDOR, DemoLogins.VENDOR_SUBJECT, settings.properties());
		List<Part> services = Arrays.stream(Service.values())
			.map((service) -> settings.processes() ? new ServiceProcess(home, service, shared, progress)
					: (Part) new ServiceContext(service, shared, progress))
			.toList();
		return new HubParts(ports, postgres, kafka, mailbox, identity, services);
	}

	/** What uses something stops before it; parts of one group stop together. */
	List<List<Part>> stopOrder() {
		return List.of(this.services, List.of(this.identity, this.mailbox, this.kafka), List.of(this.postgres));
	}

	private static Ports ports(HubHome home, HubSettings settings) {
		Ports ports = Ports.in(home.folder());
		String gateway = Service.GATEWAY.title();
		if (settings.port() == 0) {
			ports.choose(gateway);
		}
		else {
			ports.require(gateway, settings.port());
		}
		Service.titles().stream().filter((name) -> !name.equals(gateway)).forEach(ports::choose);
		ENGINE_PORTS.forEach(ports::choose);
		ports.save();
		return ports;
	}

	/**
	 * Members are known by issuer and subject, so the issuer's name outlives a change of
	 * its port.
	 */
	private static String issuer(HubHome home, Ports ports) {
		Path file = home.file("issuer");
		try {
			if (!Files.exists(file)) {
				Files.writeString(file, "http://127.0.0.1:" + ports.of("identity"));
			}
			return Files.readString(file);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
