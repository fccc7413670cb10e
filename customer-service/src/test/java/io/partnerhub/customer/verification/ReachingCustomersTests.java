package io.partnerhub.customer.verification;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

import io.partnerhub.contracts.AssociationType;
import io.partnerhub.customer.CustomerScenario;
import io.partnerhub.customer.Partner;
import io.partnerhub.platform.Ids;
import io.partnerhub.platform.caller.Caller;
import io.partnerhub.platform.testkit.HubClient.Answer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** No partner decides where the codes of his customers go. */
@Tag("X-01")
class ReachingCustomersTests extends CustomerScenario {

	private final String invitedAt = address();

	private final String typedIn = mobile();

	private final String login = "li-" + Ids.next();

	@Test
	void sendsNoCodeToWhatThePartnerTypedIn() {
		UUID customer = invited(null);
		Caller he = Caller.customer(this.login, customer);
		send(he, "SMS").refused(409, "CONTACT_MISSING");
		send(he, "EMAIL").refused(409, "CONTACT_MISSING");
		assertThat(mailbox.received(textsOf(this.typedIn))).isEmpty();
	}

	@Test
	void sendsCodesToTheAddressOfHisLogin() {
		String own = address();
		UUID customer = invited(own.toUpperCase(java.util.Locale.ROOT));
		send(Caller.customer(this.login, customer), "EMAIL").expect(201);
		mailbox.of(own, 1).getFirst().code();
		String newer = address();
		send(Caller.customer(this.login, customer).withLogin("https://id.example", this.login, newer), "EMAIL")
			.expect(201);
		mailbox.of(newer, 1).getFirst().code();
	}

	@Test
	void sendsCodesToWhereTheVendorKnowsHim() {
		UUID customer = invited(null);
		String number = mobile();
		String address = address();
		told(this.login, Map.of("mobile", number, "email", address));
		send(Caller.customer(this.login, customer), "SMS").expect(201);
		mailbox.of(textsOf(number), 1).getFirst().code();
		send(Caller.customer(this.login, customer), "EMAIL").expect(201);
		mailbox.of(address, 1).getFirst().code();
	}

	@Test
	@Tag("INV-12")
	void sendsCodesToTheNumberProvenWhenAPlatformMadeHim() {
		Partner partner = partner();
		String code = codeFor(partner.key(), this.typedIn);
		String id = this.client.as(partner.key())
			.post("/v2/partners/sub-customers",
					Map.of("xaccount_id", Ids.next(), "xaccount_type", "SHOP", "mobile_phone", "0086-" + this.typedIn,
							"verification_code", code))
			.expect(200)
			.text("/domain_id");
		send(Caller.customer("shop", UUID.fromString(id)), "SMS").expect(201);
		assertThat(mailbox.of(textsOf(this.typedIn), 2)).hasSize(2);
	}

	/** A customer whom his partner had pre-registered with an address and a number. */
	private UUID invited(@Nullable String loginEmail) {
		Partner partner = partner();
		Map<String, Object> prospect = new HashMap<>(prospect(this.invitedAt));
		prospect.put("mobile", this.typedIn);
		String id = this.client.as(partner.admin()).post("/api/v1/pre-registrations", prospect).expect(201).text("/id");
		this.client.as(partner.admin()).post("/api/v1/invitations", wish(id, AssociationType.RESALE)).expect(201);
		Caller somebody = Caller.identity(this.login, "https://id.example", this.login, loginEmail);
		return UUID.fromString(
				accept(somebody, mailbox.of(this.invitedAt, 1).getFirst().token()).expect(201).text("/customerId"));
	}

	private Answer send(Caller caller, String channel) {
		return this.client.as(caller)
			.post("/api/v1/verification-codes", Map.of("operation", "END_RELATION", "channel", channel));
	}

}
