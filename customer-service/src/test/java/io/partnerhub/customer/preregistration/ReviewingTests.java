package io.partnerhub.customer.preregistration;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;

import io.partnerhub.contracts.AssociationType;
import io.partnerhub.contracts.ProgramEvent.PartnerSettingsChanged;
import io.partnerhub.contracts.ProspectEvent.CustomerPreRegistered;
import io.partnerhub.contracts.ProspectEvent.CustomerPreRegistrationRejected;
import io.partnerhub.customer.CustomerScenario;
import io.partnerhub.customer.Mailbox.Received;
import io.partnerhub.customer.Partner;
import io.partnerhub.platform.Ids;
import io.partnerhub.platform.caller.Caller;
import io.partnerhub.platform.testkit.HubClient.Answer;
import io.partnerhub.platform.testkit.MovableClock;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** The vendor decides about what he has to look at. */
@Tag("PRE-05")
class ReviewingTests extends CustomerScenario {

	private static final String PATH = "/api/v1/pre-registrations";

	private static final String VENDOR = "/api/v1/vendor/pre-registrations";

	private final Caller manager = Caller.vendor("ecosystem-manager");

	private final String account = "acme-" + Ids.next();

	@Test
	@Tag("PRE-02")
	@Tag("PRE-06")
	void registersForFifteenDaysFromTheApproval() {
		Partner partner = partner();
		String inbox = inbox(partner);
		String id = submit(partner);
		this.client.as(partner.admin())
			.post("/api/v1/invitations", wish(id, AssociationType.RESALE))
			.refused(409, "INVITE_NOT_PREREGISTERED");
		this.clock.advance(Duration.ofDays(20));
		Answer approved = this.client.as(this.manager).post(VENDOR + "/" + id + "/approval", "").expect(200);
		assertThat(approved.text("/state")).isEqualTo("REGISTERED");
		assertThat(approved.text("/reviewedBy")).isEqualTo("ecosystem-manager");
		assertThat(approved.text("/validUntil")).isEqualTo("2026-04-05T08:00:00Z");
		assertThat(this.announced.next()).containsExactly(new CustomerPreRegistered(partner.id(), partner.id(),
				UUID.fromString(id), "云岭科技有限公司", null, MovableClock.START.plus(Duration.ofDays(35))));
		Received mail = mailbox.of(inbox, 1).getFirst();
		assertThat(mail.subject()).isEqualTo("客户 云岭科技有限公司 的报备已通过审核");
		assertThat(mail.text()).contains(partner.name(), "2026-04-05 16:00 (UTC+8)");
		this.client.as(partner.admin()).post("/api/v1/invitations", wish(id, AssociationType.RESALE)).expect(201);
		this.clock.advance(Duration.ofDays(15));
		assertThat(seen(partner, id).text("/state")).isEqualTo("EXPIRED");
	}

	@Test
	@Tag("PRE-08")
	void freesTheCustomerByARejection() {
		Partner partner = partner();
		String inbox = inbox(partner);
		String id = submit(partner);
		Answer rejected = reject(id, " 已由直销团队跟进 ").expect(200);
		assertThat(rejected.text("/rejectReason")).isEqualTo("已由直销团队跟进");
		assertThat(this.announced.next()).containsExactly(
				new CustomerPreRegistrationRejected(partner.id(), partner.id(), UUID.fromString(id), "已由直销团队跟进"));
		Answer seen = seen(partner, id);
		assertThat(seen.text("/state")).isEqualTo("REVIEW_REJECTED");
		assertThat(seen.text("/rejectReason")).isEqualTo("已由直销团队跟进");
		assertThat(seen.json().at("/allowedActions").toString()).isEqualTo("[\"DELETE\"]");
		Received mail = mailbox.of(inbox, 1).getFirst();
		assertThat(mail.subject()).isEqualTo("客户 云岭科技有限公司 的报备未通过审核");
		assertThat(mail.text()).contains("原因：已由直销团队跟进");
		submit(partner());
	}

	@Test
	@Tag("PRE-08")
	void keepsOthersAwayDuringTheReview() {
		submit(partner());
		this.client.as(partner().admin()).post(PATH, named()).refused(409, "PREREG_EXCLUDED");
	}

	@Test
	@Tag("PRE-03")
	void countsWhatIsInReview() {
		Partner partner = partner();
		String first = submit(partner);
		for (int number = 1; number < 100; number++) {
			preRegister(partner.admin(), address());
		}
		this.client.as(partner.admin()).post(PATH, prospect(address())).refused(409, "PREREG_LIMIT_REACHED");
		reject(first, "no").expect(200);
		preRegister(partner.admin(), address());
	}

	@Test
	void isDecidedOnce() {
		Partner partner = partner();
		String id = submit(partner);
		reject(id, "no").expect(200);
		Answer late = this.client.as(this.manager)
			.post(VENDOR + "/" + id + "/approval", "")
			.refused(409, "PREREG_NOT_OPEN");
		assertThat(late.text("/state")).isEqualTo("REVIEW_REJECTED");
		String deleted = submit(partner);
		this.client.as(partner.admin()).delete(PATH + "/" + deleted).expect(204);
		assertThat(reject(deleted, "no").refused(409, "PREREG_NOT_OPEN").text("/state")).isEqualTo("DELETED");
	}

	@Test
	void letsOneOfTwoDecisionsWin() throws Exception {
		Partner partner = partner();
		String id = submit(partner);
		List<Answer> answers = atOnce(List.<Callable<Answer>>of(
				() -> this.client.as(this.manager).post(VENDOR + "/" + id + "/approval", ""), () -> reject(id, "no"),
				() -> this.client.as(this.manager).post(VENDOR + "/" + id + "/approval", ""), () -> reject(id, "no")));
		assertThat(answers).filteredOn((answer) -> answer.status() == 200).hasSize(1);
		assertThat(answers).filteredOn((answer) -> answer.status() != 200)
			.allSatisfy((answer) -> assertThat(answer.refused(409, "PREREG_NOT_OPEN").text("/state"))
				.isEqualTo(seen(partner, id).text("/state")));
		assertThat(this.announced.next()).hasSize(1);
	}

	@Test
	void showsTheVendorAllPartners() {
		Partner partner = partner();
		String pending = submit(partner);
		String registered = preRegister(partner.admin(), address());
		Answer waiting = list("?state=PENDING_REVIEW&partnerId=" + partner.id());
		assertThat(waiting.json().at("/items")).hasSize(1);
		assertThat(waiting.text("/items/0/id")).isEqualTo(pending);
		assertThat(waiting.text("/items/0/partnerName")).isEqualTo(partner.name());
		assertThat(waiting.text("/items/0/existingAccountName")).isEqualTo(this.account);
		assertThat(waiting.json().at("/items/0/reviewReasons").toString()).isEqualTo("[\"FACTS_UNKNOWN\"]");
		assertThat(waiting.json().at("/items/0/allowedActions").toString()).isEqualTo("[\"APPROVE\",\"REJECT\"]");
		Answer page = list("?limit=1&partnerId=" + partner.id());
		assertThat(page.text("/items/0/id")).isEqualTo(registered);
		assertThat(
				list("?limit=1&partnerId=" + partner.id() + "&cursor=" + page.text("/nextCursor")).text("/items/0/id"))
			.isEqualTo(pending);
		assertThat(list("?partnerId=" + Ids.next()).json().at("/items")).isEmpty();
		Answer one = this.client.as(this.manager).get(VENDOR + "/" + registered).expect(200);
		assertThat(one.json().at("/allowedActions")).isEmpty();
		this.client.as(this.manager).get(VENDOR + "/" + Ids.next()).refused(404, "NOT_FOUND");
		reject(Ids.next().toString(), "no").refused(404, "NOT_FOUND");
	}

	@ParameterizedTest
	@ValueSource(strings = { "{}", "{\"reason\":\"\"}", "{\"reason\":\" \"}", "{\"reason\":\"a\\nb\"}", "" })
	void asksForAReason(String body) {
		Partner partner = partner();
		String id = submit(partner);
		this.client.as(this.manager).post(VENDOR + "/" + id + "/rejection", body).expect(400);
		reject(id, "n".repeat(257)).refused(400, "INVALID_REQUEST");
		assertThat(seen(partner, id).text("/state")).isEqualTo("PENDING_REVIEW");
		reject(id, "n".repeat(256)).expect(200);
	}

	@Test
	void decidesForAPartnerWithoutAnAddress() {
		Partner partner = partner();
		String id = submit(partner);
		this.hears.event(new PartnerSettingsChanged(partner.id(), partner.id(), null, null,
				List.of(AssociationType.RESALE), false, null));
		this.client.as(this.manager).post(VENDOR + "/" + id + "/approval", "").expect(200);
	}

	private String submit(Partner partner) {
		Answer answer = this.client.as(partner.admin()).post(PATH, named()).expect(201);
		assertThat(answer.text("/state")).isEqualTo("PENDING_REVIEW");
		return answer.text("/id");
	}

	/** Nothing is known about this account, so the vendor reviews it. */
	private Map<String, Object> named() {
		Map<String, Object> prospect = new HashMap<>(prospect(address()));
		prospect.put("existingAccountName", this.account);
		return prospect;
	}

	/** Gives the partner a mail address of his own. */
	private String inbox(Partner partner) {
		String address = Ids.next() + "@partner.example";
		this.hears.event(new PartnerSettingsChanged(partner.id(), partner.id(), address, "+8613900000000",
				List.of(AssociationType.RESALE), false, null));
		return address;
	}

	private Answer reject(String id, String reason) {
		return this.client.as(this.manager).post(VENDOR + "/" + id + "/rejection", Map.of("reason", reason));
	}

	private Answer seen(Partner partner, String id) {
		return this.client.as(partner.admin()).get(PATH + "/" + id).expect(200);
	}

	private Answer list(String query) {
		return this.client.as(this.manager).get(VENDOR + query).expect(200);
	}

}
