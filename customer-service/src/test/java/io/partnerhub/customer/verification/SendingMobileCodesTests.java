package io.partnerhub.customer.verification;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

import io.partnerhub.contracts.AssociationType;
import io.partnerhub.customer.CustomerScenario;
import io.partnerhub.customer.Partner;
import io.partnerhub.platform.Ids;
import io.partnerhub.platform.caller.Caller;
import io.partnerhub.platform.testkit.HubClient.Answer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** SendVerificationMessageCode of the open API. */
@Tag("INV-12")
class SendingMobileCodesTests extends CustomerScenario {

	private final String mobile = mobile();

	private Partner partner;

	@BeforeEach
	void aPartner() {
		this.partner = partner();
	}

	@Test
	void sendsATextMessage() {
		Answer sent = send(this.partner.key(), Map.of()).expect(204);
		assertThat(sent.response().body()).isEmpty();
		assertThat(mailbox.of(textsOf(this.mobile), 1).getFirst().text()).contains("注册账号", "10 分钟");
		send(this.partner.key(), Map.of("lang", "en-us", "mobile_phone", "0086-" + this.mobile)).expect(204);
		assertThat(mailbox.of(textsOf(this.mobile), 2).getLast().text()).contains("register an account");
	}

	@ParameterizedTest
	@CsvSource({ "1, 1", "60, 60", "61, 5" })
	void givesTheLifeAskedForOrFiveMinutes(int timeout, int minutes) {
		send(this.partner.key(), Map.of("timeout", timeout)).expect(204);
		assertThat(this.jdbc
			.sql("select extract(epoch from expires_at - sent_at)::int from verification_code where recipient = ?")
			.param("+86" + this.mobile)
			.query(Integer.class)
			.single()).isEqualTo(minutes * 60);
	}

	@ParameterizedTest
	@CsvSource({ "timeout, 0", "timeout, -5", "receiver_type, 0", "receiver_type, 2", "receiver_type,", "scene, 17",
			"scene, 30", "scene, 20", "mobile_phone, 12345", "mobile_phone, +8613800000000", "mobile_phone,",
			"lang, fr-fr" })
	void refusesBadInput(String field, String value) {
		Map<String, Object> more = new HashMap<>();
		boolean number = value != null && !field.equals("lang") && !field.equals("mobile_phone");
		more.put(field, number ? Integer.valueOf(value) : value);
		send(this.partner.key(), more).refused(400, "CBC.0100");
	}

	@Test
	void checksABankCardForACustomerOfThePartner() {
		String own = customerOf(this.partner, AssociationType.ADVISORY).toString();
		String foreign = customerOf(partner(), AssociationType.ADVISORY).toString();
		send(this.partner.key(), Map.of("scene", 18)).refused(400, "CBC.0100");
		send(this.partner.key(), Map.of("scene", 18, "customer_id", foreign)).refused(400, "CBC.0100");
		send(this.partner.key(), Map.of("scene", 18, "customer_id", "CS17")).refused(400, "CBC.0100");
		send(this.partner.key(), Map.of("scene", 18, "customer_id", own)).expect(204);
		String code = mailbox.of(textsOf(this.mobile), 1).getFirst().code();
		this.client.as(this.partner.key())
			.post("/v2/partners/sub-customers",
					Map.of("xaccount_id", Ids.next(), "xaccount_type", "SHOP", "mobile_phone", this.mobile,
							"verification_code", code))
			.refused(400, "CBC.99004010");
	}

	@Test
	void sendsFifteenAnHourToOneNumberWhoeverAsks() {
		Partner other = partner();
		for (int number = 0; number < 15; number++) {
			send(((number % 2 == 0) ? this.partner : other).key(), Map.of()).expect(204);
		}
		assertThat(send(this.partner.key(), Map.of()).refused(400, "CBC.99000082").header("Retry-After"))
			.isEqualTo("3600");
		send(other.key(), Map.of()).refused(400, "CBC.99000082");
		this.clock.advance(Duration.ofHours(1));
		send(other.key(), Map.of()).expect(204);
	}

	@Test
	void refusesWhoMayNot() {
		Partner distributor = distributor();
		send(resellerOf(distributor).key(), Map.of()).refused(403, "CBC.0151");
		send(distributor.finance(), Map.of()).refused(403, "CBC.0151");
		send(Caller.customer("li", Ids.next()), Map.of()).refused(403, "CBC.0151");
	}

	private Answer send(Caller caller, Map<String, Object> more) {
		Map<String, Object> body = new HashMap<>(Map.of("receiver_type", 1, "mobile_phone", this.mobile));
		body.putAll(more);
		return this.client.as(caller).post("/v2/bases/verificationcode/send", body);
	}

}
