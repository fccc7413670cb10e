package io.partnerhub.gateway.admission;

import java.util.UUID;

import io.partnerhub.gateway.identity.Logins;
import io.partnerhub.gateway.signature.Credentials;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.mockito.Mockito;
import tools.jackson.databind.json.JsonMapper;

import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.verifyNoMoreInteractions;

class ProgramEventsTests {

	private final Credentials credentials = Mockito.mock(Credentials.class);

	private final Logins logins = Mockito.mock(Logins.class);

	private final ProgramEvents events = new ProgramEvents(this.credentials, this.logins, new JsonMapper());

	@Test
	void forgetsDisabledKeys() {
		this.events.heard("api-client.disabled.v1", """
				{"partnerId":"01990000-0000-7000-8000-000000000001",
				"ownerPartnerId":"01990000-0000-7000-8000-000000000001","accessKey":"AK"}
				""");

		verify(this.credentials).forget("AK");
		verifyNoInteractions(this.logins);
	}

	@Test
	void forgetsChangedMembers() {
		this.events.heard("member.changed.v1", """
				{"roles":[],"active":false,"issuer":"http://idp","subject":"amy"}
				""");

		verify(this.logins).forget("http://idp", "amy");
		verifyNoInteractions(this.credentials);
	}

	@Test
	@Tag("X-01")
	void forgetsThePeopleOfAPartnerWithOtherSettings() {
		this.events.heard("partner.settings-changed.v1", """
				{"partnerId":"01990000-0000-7000-8000-000000000001",
				"ownerPartnerId":"01990000-0000-7000-8000-000000000002","verificationCodeRequired":true}
				""");

		verify(this.logins).forgetPeopleOf(UUID.fromString("01990000-0000-7000-8000-000000000002"));
		verifyNoInteractions(this.credentials);
	}

	@Test
	void ignoresWhatItDoesNotKnow() {
		this.events.heard("partner.registered.v1", "{}");
		this.events.heard("", "");
		this.events.heard("member.changed.v1", "no json");

		verifyNoMoreInteractions(this.credentials, this.logins);
	}

}
