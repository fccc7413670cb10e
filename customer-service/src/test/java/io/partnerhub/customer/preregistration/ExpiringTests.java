package io.partnerhub.customer.preregistration;

import java.time.Duration;
import java.util.List;
import java.util.UUID;

import io.partnerhub.contracts.AssociationType;
import io.partnerhub.contracts.Event;
import io.partnerhub.contracts.ProspectEvent.CustomerPreRegistrationDeleted;
import io.partnerhub.contracts.ProspectEvent.CustomerPreRegistrationExpired;
import io.partnerhub.customer.CustomerScenario;
import io.partnerhub.customer.Partner;
import io.partnerhub.platform.Ids;
import io.partnerhub.platform.testkit.MovableClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/** The end of the 15 days is written down and announced once, whoever notices it. */
@Tag("PRE-02")
class ExpiringTests extends CustomerScenario {

	private static final String PATH = "/api/v1/pre-registrations";

	@Autowired
	private PreRegistrationExpiry expiry;

	/** What other tests left behind is due as well. */
	@BeforeEach
	void sweepTheRest() {
		this.clock.advance(Duration.ofDays(1000));
		do {
			this.announced.next();
			this.expiry.sweep();
		}
		while (!this.announced.next().isEmpty());
		this.clock.reset();
	}

	@Test
	void announcesTheEndOnceAtTheSecond() {
		Partner partner = partner();
		String id = preRegister(partner.admin(), address());
		this.announced.next();
		this.clock.advance(Duration.ofDays(15).minusSeconds(1));
		this.expiry.sweep();
		assertThat(this.announced.next()).isEmpty();
		assertThat(stored(id)).isEqualTo("REGISTERED");
		this.clock.advance(Duration.ofSeconds(1));
		this.expiry.sweep();
		this.expiry.sweep();
		assertThat(this.announced.next()).containsExactly(expired(partner, id));
		assertThat(stored(id)).isEqualTo("EXPIRED");
	}

	@Test
	@Tag("PRE-08")
	void announcesTheEndThatAnotherPartnerNotices() {
		Partner first = partner();
		String email = address();
		String id = preRegister(first.admin(), email);
		this.announced.next();
		this.clock.advance(Duration.ofDays(15).minusSeconds(1));
		Partner second = partner();
		this.client.as(second.admin()).post(PATH, prospect(email)).refused(409, "PREREG_EXCLUDED");
		this.clock.advance(Duration.ofSeconds(1));
		preRegister(second.admin(), email);
		this.expiry.sweep();
		assertThat(this.announced.next()).hasSize(2).first().isEqualTo(expired(first, id));
	}

	@Test
	@Tag("PRE-07")
	void announcesTheEndBeforeTheDeletion() {
		Partner partner = partner();
		String id = preRegister(partner.admin(), address());
		this.announced.next();
		this.clock.advance(Duration.ofDays(15));
		this.client.as(partner.admin()).delete(PATH + "/" + id).expect(204);
		this.expiry.sweep();
		assertThat(this.announced.next()).containsExactly(expired(partner, id),
				new CustomerPreRegistrationDeleted(partner.id(), partner.id(), UUID.fromString(id)));
		assertThat(stored(id)).isEqualTo("DELETED");
	}

	@Test
	void leavesTheInvitationItsOwnSevenDays() {
		Partner partner = partner();
		String email = address();
		String id = preRegister(partner.admin(), email);
		this.clock.advance(Duration.ofDays(14));
		this.client.as(partner.admin()).post("/api/v1/invitations", wish(id, AssociationType.RESALE)).expect(201);
		this.clock.advance(Duration.ofDays(2));
		this.expiry.sweep();
		accept(somebody(), mailbox.of(email, 1).getFirst().token()).expect(201);
		assertThat(stored(id)).isEqualTo("ASSOCIATED");
	}

	@Test
	void expiresNothingThatWaitsForReview() {
		Partner partner = partner();
		String id = this.client.as(partner.admin())
			.post(PATH,
					java.util.Map.of("customerName", "a", "contactName", "b", "email", address(), "existingAccountName",
							"acme-" + Ids.next()))
			.expect(201)
			.text("/id");
		this.clock.advance(Duration.ofDays(100));
		this.expiry.sweep();
		assertThat(stored(id)).isEqualTo("PENDING_REVIEW");
	}

	@Test
	void writesAThousandInOneRun() {
		Partner partner = partner();
		this.jdbc
			.sql("""
					insert into pre_registration (id, partner_id, owner_partner_id, customer_name, contact_name, email, state,
					                              slot, created_at, registered_at, valid_until, created_by)
					select gen_random_uuid(), :owner, :owner, 'a', 'b', slot || '@' || :owner, 'REGISTERED', slot,
					       :now::timestamptz, :now::timestamptz, :now::timestamptz + interval '15 days', 'x'
					from generate_series(1, 1001) slot
					""")
			.param("owner", partner.id())
			.param("now", MovableClock.START.toString())
			.update();
		this.clock.advance(Duration.ofDays(15));
		this.expiry.sweep();
		assertThat(this.announced.next()).hasSize(1000);
		this.expiry.sweep();
		assertThat(this.announced.next()).hasSize(1);
	}

	private static Event expired(Partner partner, String id) {
		return new CustomerPreRegistrationExpired(partner.id(), partner.id(), UUID.fromString(id),
				MovableClock.START.plus(Duration.ofDays(15)));
	}

	private String stored(String id) {
		List<String> states = this.jdbc.sql("select state from pre_registration where id = :id")
			.param("id", UUID.fromString(id))
			.query((row, index) -> row.getString(1))
			.list();
		return states.getFirst();
	}

}
