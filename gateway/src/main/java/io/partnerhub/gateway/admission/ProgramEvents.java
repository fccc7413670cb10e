package io.partnerhub.gateway.admission;

import io.partnerhub.contracts.EventCatalog;
import io.partnerhub.contracts.ProgramEvent.ApiClientDisabled;
import io.partnerhub.contracts.ProgramEvent.MemberChanged;
import io.partnerhub.contracts.ProgramEvent.PartnerSettingsChanged;
import io.partnerhub.contracts.Topics;
import io.partnerhub.gateway.identity.Logins;
import io.partnerhub.gateway.signature.Credentials;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.messaging.handler.annotation.Header;
import org.springframework.messaging.handler.annotation.Payload;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Hears that a key was disabled, or a member or his partner's settings changed, and
 * forgets what it knew, sooner than the 60 seconds after which it would ask again. Every
 * gateway hears every event; missing one costs nothing but these seconds.
 */
@Component
@ConditionalOnProperty("spring.kafka.bootstrap-servers")
class ProgramEvents {

	private static final Logger log = LoggerFactory.getLogger(ProgramEvents.class);

	private final Credentials credentials;

	private final Logins logins;

	private final JsonMapper json;

	ProgramEvents(Credentials credentials, Logins logins, JsonMapper json) {
		this.credentials = credentials;
		this.logins = logins;
		this.json = json;
	}

	@KafkaListener(topics = Topics.PROGRAM, groupId = "gateway-#{T(io.partnerhub.platform.Ids).next()}")
	void heard(@Header(name = "ce_type", defaultValue = "") String type, @Payload String payload) {
		try {
			if (type.equals(EventCatalog.of(ApiClientDisabled.class).type())) {
				this.credentials.forget(this.json.readValue(payload, ApiClientDisabled.class).accessKey());
			}
			else if (type.equals(EventCatalog.of(MemberChanged.class).type())) {
				MemberChanged member = this.json.readValue(payload, MemberChanged.class);
				this.logins.forget(member.issuer(), member.subject());
			}
			else if (type.equals(EventCatalog.of(PartnerSettingsChanged.class).type())) {
				this.logins.forgetPeopleOf(this.json.readValue(payload, PartnerSettingsChanged.class).ownerPartnerId());
			}
		}
		catch (JacksonException ex) {
			log.warn("{} cannot be read: {}", type, ex.getOriginalMessage());
		}
	}

}
