package io.partnerhub.localhub.service;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.partnerhub.localhub.engine.Kafka;
import io.partnerhub.localhub.engine.Mailbox;
import io.partnerhub.localhub.engine.Postgres;
import io.partnerhub.localhub.home.HubKeys;
import io.partnerhub.localhub.home.Ports;
import io.partnerhub.localhub.identity.IdentityProvider;

/**
 * What a service is told when a local hub starts it: where its engines and peers are,
 * which keys it holds and trusts, and for some who operates the vendor's side.
 *
 * @param exports folder of the files that partners fetch; invoices and statements lie
 * beside it
 * @param vendor the login of the first vendor operator
 * @param vendorSubject the id of that login
 * @param overrides settings that go before all others, for tests
 */
public record ServiceSettings(Ports ports, Postgres postgres, Kafka kafka, Mailbox mailbox, IdentityProvider identity,
		HubKeys keys, Path exports, String vendor, UUID vendorSubject, Map<String, String> overrides) {

	private static final String POOL_SIZE = "5";

	public String url(Service service) {
		return "http://127.0.0.1:" + this.ports.of(service.title());
	}

	List<String> arguments(Service service) {
		Map<String, String> settings = common(service);
		switch (service) {
			case GATEWAY -> gateway(settings);
			case CUSTOMER -> customer(settings);
			case COUPON -> settings.put("partnerhub.exports.folder", this.exports.toString());
			case BILLING -> billing(settings);
			case PROGRAM -> program(settings);
			default -> {
			}
		}
		settings.putAll(this.overrides);
		return settings.entrySet()
			.stream()
			.map((setting) -> "--" + setting.getKey() + "=" + setting.getValue())
			.toList();
	}

	private Map<String, String> common(Service service) {
		Map<String, String> settings = new LinkedHashMap<>();
		settings.put("server.address", "127.0.0.1");
		settings.put("server.port", Integer.toString(this.ports.of(service.title())));
		settings.put("spring.main.banner-mode", "off");
		settings.put("spring.jmx.enabled", "false");
		settings.put("spring.application.admin.enabled", "false");
		settings.put("spring.datasource.url", this.postgres.url(service.database()));
		settings.put("spring.datasource.username", this.postgres.user());
		settings.put("spring.datasource.password", "");
		settings.put("spring.datasource.hikari.maximum-pool-size", POOL_SIZE);
		settings.put("spring.datasource.hikari.minimum-idle", "1");
		settings.put("spring.kafka.bootstrap-servers", this.kafka.address());
		settings.put("partnerhub.tokens.private-key", "file:" + this.keys.privateKey(service.title()));
		settings.put("partnerhub.tokens.trusted-keys", "file:" + this.keys.trustedKeys());
		for (Service peer : Service.values()) {
			if (peer != Service.GATEWAY) {
				settings.put("partnerhub.services." + peer.database(), url(peer));
			}
		}
		return settings;
	}

	private void gateway(Map<String, String> settings) {
		settings.put("partnerhub.gateway.oidc.issuers[0].issuer", this.identity.issuer());
		settings.put("partnerhub.gateway.oidc.issuers[0].jwks", this.identity.jwks());
	}

	private void customer(Map<String, String> settings) {
		settings.put("spring.mail.host", "127.0.0.1");
		settings.put("spring.mail.port", Integer.toString(this.mailbox.smtpPort()));
		settings.put("partnerhub.invitations.link-base", url(Service.GATEWAY) + "/invitations/");
		settings.put("partnerhub.invitations.link-key", "file:" + this.keys.linkKey());
		settings.put("partnerhub.invitations.sender", "hub@partner-hub.local");
	}

	private void billing(Map<String, String> settings) {
		settings.put("partnerhub.bank.data-key", "file:" + this.keys.bankDataKey());
		settings.put("partnerhub.documents.folder", this.exports.resolveSibling("documents").toString());
	}

	private void program(Map<String, String> settings) {
		settings.put("partnerhub.credentials.key", "file:" + this.keys.credentialsKey());
		settings.put("partnerhub.program.vendor-operators[0].issuer", this.identity.issuer());
		settings.put("partnerhub.program.vendor-operators[0].subject", this.vendorSubject.toString());
		settings.put("partnerhub.program.vendor-operators[0].login", this.vendor);
	}

}
