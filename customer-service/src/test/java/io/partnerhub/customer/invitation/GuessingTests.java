package io.partnerhub.customer.invitation;

import java.time.Duration;

import io.partnerhub.contracts.AssociationType;
import io.partnerhub.customer.CustomerScenario;
import io.partnerhub.platform.Ids;
import io.partnerhub.platform.caller.Caller;
import io.partnerhub.platform.testkit.HubClient.Answer;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/** Unknown tokens are counted, and a source that tries too many has to wait. */
class GuessingTests extends CustomerScenario {

	@Autowired
	private Guesses guesses;

	@Test
	void makesASourceWaitAfterTooManyMisses() {
		String right = invite(partner().admin(), AssociationType.RESALE);
		miss("203.0.113.1", 20);
		look("203.0.113.1", right).expect(200);
		miss("203.0.113.1", 1);
		Answer refused = look("203.0.113.1", right).refused(429, "TOO_MANY_GUESSES");
		assertThat(refused.header("Retry-After")).isEqualTo("600");
		look("203.0.113.2", right).expect(200);
		this.clock.advance(Duration.ofMinutes(10).minusSeconds(1));
		assertThat(look("203.0.113.1", right).refused(429, "TOO_MANY_GUESSES").header("Retry-After")).isEqualTo("1");
		this.clock.advance(Duration.ofSeconds(1));
		look("203.0.113.1", right).expect(200);
		miss("203.0.113.1", 20);
		look("203.0.113.1", right).expect(200);
	}

	@Test
	void countsAcceptancesOfOneCallerFromAnywhere() {
		String right = invite(partner().admin(), AssociationType.RESALE);
		Caller somebody = somebody();
		for (int number = 0; number <= 20; number++) {
			this.client.as(somebody)
				.with("X-Forwarded-For", "198.51.100." + number)
				.post("/api/v1/invitations/acceptances", acceptance("wrong-" + number))
				.refused(404, "INVITE_NOT_FOUND");
		}
		accept(somebody, right).refused(429, "TOO_MANY_GUESSES");
		accept(somebody(), right).expect(201);
	}

	@Test
	void countsAHostOfManyAddressesOnce() {
		for (int number = 0; number <= 20; number++) {
			look("2001:db8:1:2::" + number, "wrong").refused(404, "INVITE_NOT_FOUND");
		}
		look("2001:db8:1:2:ffff::1", "wrong").refused(429, "TOO_MANY_GUESSES");
		look("2001:db8:1:3::1", "wrong").refused(404, "INVITE_NOT_FOUND");
	}

	@Test
	void countsNoHitsAndForgetsOldMisses() {
		String right = invite(partner().admin(), AssociationType.RESALE);
		for (int number = 0; number < 30; number++) {
			look("203.0.113.9", right).expect(200);
		}
		miss("203.0.113.9", 3);
		assertThat(this.guesses.forget()).isZero();
		this.clock.advance(Duration.ofMinutes(10));
		assertThat(this.guesses.forget()).isOne();
		assertThat(this.jdbc.sql("select count(*) from token_miss").query(Long.class).single()).isZero();
	}

	private void miss(String address, int times) {
		for (int number = 0; number < times; number++) {
			look(address, "wrong-" + Ids.next()).refused(404, "INVITE_NOT_FOUND");
		}
	}

	private Answer look(String address, String token) {
		return this.client.as(Caller.anonymous())
			.with("X-Forwarded-For", address)
			.get("/api/v1/invitations/by-token/" + token);
	}

}
