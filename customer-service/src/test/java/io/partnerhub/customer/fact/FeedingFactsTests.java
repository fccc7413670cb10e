package io.partnerhub.customer.fact;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.partnerhub.customer.CustomerScenario;
import io.partnerhub.platform.Ids;
import io.partnerhub.platform.caller.Caller;
import io.partnerhub.platform.testkit.HubClient.Answer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/** The vendor's feed of facts (CUS-02). */
@Tag("CUS-02")
class FeedingFactsTests extends CustomerScenario {

	private static final String FEED = "/api/v1/vendor/customer-facts";

	private final String account = "Acme-" + Ids.next();

	@Autowired
	private Facts facts;

	@Test
	void tellsYesNoAndUnknownApart() {
		tell("2026-02-21T00:00:00Z", Map.of("flags", Map.of("ARREARS", true, "CREDIT_ACCOUNT", false))).expect(200);
		AccountFacts known = this.facts.of(this.account);
		assertThat(known.is(Flag.ARREARS)).contains(true);
		assertThat(known.is(Flag.CREDIT_ACCOUNT)).contains(false);
		assertThat(known.is(Flag.SPECIAL_CONTRACT)).isEmpty();
	}

	@Test
	void keepsWhatTheNewsDoesNotMentionAndForgetsWhatItTakesBack() {
		tell("2026-02-21T00:00:00Z",
				Map.of("country", "CN", "flags", Map.of("ARREARS", true, "CREDIT_ACCOUNT", false)));
		tell("2026-02-22T00:00:00Z", Map.of("customerLevel", "V3", "unknown", List.of("ARREARS")));
		AccountFacts known = this.facts.of(this.account);
		assertThat(known.is(Flag.ARREARS)).isEmpty();
		assertThat(known.is(Flag.CREDIT_ACCOUNT)).contains(false);
		assertThat(known.country()).isEqualTo("CN");
		assertThat(known.customerLevel()).isEqualTo("V3");
	}

	@Test
	void ignoresNewsOlderThanWhatIsKnown() {
		tell("2026-02-22T00:00:00Z", Map.of("customerLevel", "V3"));
		assertThat(tell("2026-02-21T00:00:00Z", Map.of("customerLevel", "V1")).text("/items/0/result"))
			.isEqualTo("STALE");
		assertThat(this.facts.of(this.account).customerLevel()).isEqualTo("V3");
	}

	@Test
	void refusesNewsFromTheFuture() {
		tell("2026-03-01T08:05:00Z", Map.of("customerLevel", "V3")).expect(200);
		tell("2026-03-01T08:05:01Z", Map.of("customerLevel", "V4")).refused(400, "INVALID_REQUEST");
	}

	@Test
	void findsTheAccountsOfAProspect() {
		String email = Ids.next() + "@prospect.example";
		tell("2026-02-21T00:00:00Z",
				Map.of("email", email.toUpperCase(java.util.Locale.ROOT), "mobile", "13812345678"));
		assertThat(this.facts.matching(null, email, null)).extracting(AccountFacts::accountName)
			.containsExactly(this.account.toLowerCase(java.util.Locale.ROOT));
	}

	@Test
	void refusesWhatMakesNoSense() {
		tell("2026-02-21T00:00:00Z", Map.of("country", "china")).refused(400, "INVALID_REQUEST");
		tell("2026-02-21T00:00:00Z", Map.of("flags", Map.of("NO_SUCH_FLAG", true))).expect(400);
		this.client.as(Caller.vendor("feed")).post(FEED, Map.of("facts", List.of())).expect(400);
		assertThat(this.facts.of(this.account).asOf()).isEqualTo(java.time.Instant.EPOCH);
	}

	private Answer tell(String asOf, Map<String, Object> more) {
		Map<String, Object> news = new HashMap<>(more);
		news.put("accountName", this.account);
		news.put("asOf", asOf);
		return this.client.as(Caller.vendor("feed")).post(FEED, Map.of("facts", List.of(news)));
	}

}
