package io.partnerhub.customer.invitation;

import java.time.Duration;
import java.util.List;
import java.util.UUID;

import io.partnerhub.contracts.AssociationType;
import io.partnerhub.customer.CustomerScenario;
import io.partnerhub.customer.Mailbox.Received;
import io.partnerhub.customer.Partner;
import io.partnerhub.platform.Ids;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/** The reminder before the end (INV-13). */
@Tag("INV-13")
class RemindingTests extends CustomerScenario {

	@Autowired
	private InvitationUpkeep upkeep;

	@Autowired
	private UpkeepStore store;

	@Autowired
	private Letters letters;

	@Autowired
	private PlatformTransactionManager transactions;

	private final UUID manager = Ids.next();

	private final String managerAddress = "manager-" + Ids.next() + "@partner.example";

	private final String address = address();

	private Partner partner;

	private String token;

	@BeforeEach
	void invited() {
		this.jdbc.sql("update invitation set state = 'EXPIRED' where state = 'SENT'").update();
		this.partner = partner();
		this.hears.event(this.partner.managerAt(this.manager, this.managerAddress));
		String id = preRegister(this.partner.manager(this.manager), this.address);
		this.client.as(this.partner.manager(this.manager))
			.post("/api/v1/invitations", wish(id, AssociationType.RESALE))
			.expect(201);
		this.token = mailbox.of(this.address, 1).getFirst().token();
	}

	@Test
	void remindsCustomerAndInviterTwoDaysBeforeTheEnd() {
		this.clock.advance(Duration.ofDays(5).minusSeconds(1));
		assertThat(this.upkeep.remind()).isZero();
		this.clock.advance(Duration.ofSeconds(1));
		assertThat(this.upkeep.remind()).isOne();
		Received customer = mailbox.of(this.address, 2).getLast();
		assertThat(customer.text()).contains("2026-03-01 16:00 UTC+8", "2026-03-08 16:00 UTC+8", this.partner.name())
			.doesNotContain(this.token);
		Received inviter = mailbox.of(this.managerAddress, 1).getFirst();
		assertThat(inviter.text()).contains(this.address, "2026-03-08 16:00 UTC+8");
		assertThat(this.client.as(this.partner.admin()).get("/api/v1/invitations").text("/items/0/remindedAt"))
			.isEqualTo(this.clock.instant().toString());
	}

	@Test
	void remindsOnce() {
		this.clock.advance(Duration.ofDays(6));
		assertThat(this.upkeep.remind()).isOne();
		assertThat(this.upkeep.remind()).isZero();
		mailbox.of(this.managerAddress, 1);
		assertThat(queued()).isEqualTo(2);
	}

	@Test
	void remindsAgainAfterACrashAndStillOnce() {
		this.clock.advance(Duration.ofDays(6));
		TransactionTemplate transaction = new TransactionTemplate(this.transactions);
		assertThatIllegalStateException().isThrownBy(() -> transaction.executeWithoutResult((status) -> {
			assertThat(this.upkeep.remind()).isOne();
			throw new IllegalStateException("crash");
		}));
		assertThat(queued()).isZero();
		assertThat(this.upkeep.remind()).isOne();
		assertThat(queued()).isEqualTo(2);
	}

	@Test
	void remindsNobodyOfWhatIsUsedTakenBackOrOver() {
		accept(somebody(), this.token).expect(201);
		String revoked = this.client.as(this.partner.admin())
			.post("/api/v1/invitations", wish(preRegister(this.partner.admin(), address()), AssociationType.RESALE))
			.text("/id");
		this.client.as(this.partner.admin()).post("/api/v1/invitations/" + revoked + "/cancellation", "{}").expect(200);
		this.clock.advance(Duration.ofDays(6));
		assertThat(this.upkeep.remind()).isZero();
		this.client.as(this.partner.admin())
			.post("/api/v1/invitations", wish(preRegister(this.partner.admin(), address()), AssociationType.RESALE))
			.expect(201);
		this.clock.advance(Duration.ofDays(7));
		assertThat(this.upkeep.remind()).isZero();
	}

	@Test
	void remindsTheOfficeWhenTheInviterHasLeft() {
		this.hears.event(this.partner.member(this.manager, io.partnerhub.contracts.Role.ACCOUNT_MANAGER, null, false));
		this.clock.advance(Duration.ofDays(6));
		assertThat(this.upkeep.remind()).isOne();
		assertThat(recipients()).containsExactlyInAnyOrder(this.address, "office@partner.example");
	}

	@Test
	void isSwitchedOffByZero() {
		this.clock.advance(Duration.ofDays(6));
		assertThat(upkeep(Duration.ZERO).remind()).isZero();
	}

	@Test
	void remindsNobodyWhoseLinkNeverWorkedLongerThanThePeriod() {
		this.clock.advance(Duration.ofDays(6));
		assertThat(upkeep(Duration.ofDays(7)).remind()).isZero();
	}

	private InvitationUpkeep upkeep(Duration reminder) {
		return new InvitationUpkeep(this.store, this.letters,
				new InvitationSettings("https://hub.example/", Duration.ofDays(7), reminder,
						new org.springframework.core.io.ClassPathResource("link.key"),
						new InvitationSettings.Guessing(20, Duration.ofMinutes(10))),
				this.clock);
	}

	/** Mails of the partner beside the invitation itself. */
	private long queued() {
		return recipients().size();
	}

	private List<String> recipients() {
		return this.jdbc.sql("""
				select recipient from mail
				where partner_id = :partner and id not in (select mail_id from invitation)
				""").param("partner", this.partner.id()).query(String.class).list();
	}

}
