package io.partnerhub.acceptance;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import io.partnerhub.platform.Ids;
import io.partnerhub.platform.testkit.HubClient;
import io.partnerhub.platform.testkit.HubClient.Answer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * How customers come and change: by a QR code, after the vendor's review, to the other
 * model, to another partner, and when two people answer at once.
 */
class RelationStoriesTests {

	private final RunningHub hub = RunningHub.shared();

	@Test
	@Tag("INV-05")
	@Tag("INV-15")
	@Tag("ASC-08")
	void whoComesByAQrCodeBelongsToItsAccountManager() throws Exception {
		HubClient.As manager = this.hub.as("AM_TOKEN");
		Map<String, Object> wish = Map.of("associationType", "RESALE", "channel", "OFFLINE_QR");
		Answer link = manager.post("/api/v1/invitation-links", wish).expect(201);
		String picture = this.hub.url() + "/api/v1/invitation-links/" + link.text("/id") + "/qr-code";
		String address = QrPicture.read(picture, this.hub.env("AM_TOKEN"));
		assertThat(address).isEqualTo(link.text("/link"));

		Person first = new Person(this.hub);
		String customer = accept(first, Relation.token(address)).expect(201).text("/customerId");
		Answer seen = Relation.eventually(() -> manager.get("/api/v1/customers/" + customer), 200);
		assertThat(seen.text("/accountManager/memberId")).isEqualTo(member("account-manager"));
		this.hub.as("SOLUTION_PROVIDER_ADMIN_TOKEN").get("/api/v1/customers/" + customer).expect(404);

		Person second = new Person(this.hub);
		assertThat(accept(second, Relation.token(address)).expect(201).text("/customerId")).isNotEqualTo(customer);
		acceptAgain(first, Relation.token(address)).refused(409, "INVITE_USED");
	}

	@Test
	@Tag("PRE-04")
	@Tag("PRE-05")
	@Tag("CUS-02")
	void theVendorReviewsWhomDirectSalesFollow() {
		String account = tell(Map.of("CASH_CONSUMPTION", true, "DIRECT_SALES_FOLLOWED", true));
		Answer waiting = preRegister(account).expect(201);
		assertThat(waiting.text("/state")).isEqualTo("PENDING_REVIEW");
		assertThat(waiting.json().at("/reviewReasons").valueStream().map((reason) -> reason.asString()))
			.contains("CASH_CONSUMPTION_FOLLOWED");
		String id = waiting.text("/id");
		this.hub.as("DISTRIBUTOR_ADMIN_TOKEN")
			.post("/api/v1/invitations", Map.of("preRegistrationId", id, "associationType", "RESALE"))
			.refused(409, "INVITE_NOT_PREREGISTERED");

		int before = approvals();
		this.hub.as("VENDOR_TOKEN").post("/api/v1/vendor/pre-registrations/" + id + "/approval", Map.of()).expect(200);
		assertThat(this.hub.as("DISTRIBUTOR_ADMIN_TOKEN").get("/api/v1/pre-registrations/" + id).text("/state"))
			.isEqualTo("REGISTERED");
		await().atMost(Relation.PATIENCE).until(() -> approvals() > before);

		Answer excluded = preRegister(tell(Map.of("CONSUMER_CLOUD_USER", true))).refused(409, "PREREG_EXCLUDED");
		assertThat(excluded.text("/reason")).isEqualTo("CONSUMER_CLOUD_USER");
	}

	@Test
	@Tag("DIS-03")
	@Tag("DIS-06")
	@Tag("DIS-11")
	void aSwitchTakesBackMoneyAndVouchersAndGoesOn() throws Exception {
		Relation relation = new Relation(this.hub).begin("RESALE").grantQuota("200.00");
		relation.appropriate("50.00").issue("20.00").registerOpportunity();
		Answer checks = relation.partner()
			.get("/api/v1/customers/" + relation.customerId() + "/model-switch-checks")
			.expect(200);
		assertThat(checks.json().at("/startable").asBoolean()).isTrue();
		assertThat(checks.json().at("/checks")).isNotEmpty();

		Answer done = Change.ofModel(relation).consent().awaitDone();
		assertThat(done.text("/settlement/vouchersReclaimed")).isEqualTo("1");
		assertThat(done.text("/settlement/balanceReturned/amount")).isEqualTo("50.00");
		assertThat(relation.records(8)).isOne();
		assertThat(relation.records(3)).isZero();
		assertThat(relation.quotaBalance()).isEqualTo("200.00");
		assertThat(relation.customer().get("/api/v1/my/partner").text("/associationType")).isEqualTo("ADVISORY");
		assertThat(relation.partner().get("/api/v1/opportunities/" + relation.opportunityId()).text("/state"))
			.isNotEqualTo("CLOSED");

		relation.issue("30.00");
		assertThat(relation.customer().get("/api/v1/my/vouchers").text("/items/0/faceValue/amount")).isEqualTo("30.00");
		Answer tooOften = relation.partner()
			.post("/api/v1/model-switches", Change.wish(relation))
			.refused(409, "DISASSOCIATION_TOO_OFTEN");
		assertThat(Instant.parse(tooOften.text("/nextAllowedAt"))).isAfter(Instant.now().plus(80, ChronoUnit.DAYS));
	}

	@Test
	@Tag("DIS-14")
	void aCustomerMovesFromTheDistributorToItsReseller() throws Exception {
		Relation relation = new Relation(this.hub, "DISTRIBUTOR_ADMIN_TOKEN", "AM_TOKEN").begin("RESALE")
			.grantQuota("100.00")
			.issue("10.00");
		String customer = "/api/v1/customers/" + relation.customerId();
		HubClient.As reseller = this.hub.as("RESELLER_ADMIN_TOKEN");
		this.hub.as("AM_TOKEN").get(customer).expect(200);
		reseller.get(customer).expect(404);

		Change.ofPartner(relation, reseller.get("/api/v1/partners/me").expect(200).text("/id")).consent().awaitDone();
		assertThat(relation.records(9)).isOne();
		assertThat(relation.quotaBalance()).isEqualTo("100.00");
		assertThat(reseller.get(customer).expect(200).text("/associationType")).isEqualTo("RESALE");
		this.hub.as("AM_TOKEN").get(customer).expect(404);
	}

	@Test
	@Tag("DIS-01")
	void ofTwoAnswersAtOnceOneCounts() throws Exception {
		Relation relation = new Relation(this.hub).begin("RESALE");
		String request = "/api/v1/disassociations/" + relation.customer()
			.post("/api/v1/disassociations", Map.of("reason", "moving on", "understood", true))
			.expect(201)
			.text("/id");
		HubClient.As colleague = administrator();
		List<Answer> answers = atOnce(List.of(() -> relation.partner().post(request + "/consent", Map.of()),
				() -> colleague.post(request + "/refusal", Map.of())));
		assertThat(answers).extracting(Answer::status).containsExactlyInAnyOrder(200, 409);
		Answer late = answers.stream().filter((answer) -> answer.status() == 409).findFirst().orElseThrow();
		late.refused(409, "DISASSOCIATION_NOT_PENDING");
		List<String> decided = (answers.getFirst().status() == 409) ? List.of("REJECTED")
				: List.of("EXECUTING", "DONE");
		assertThat(late.text("/state")).isIn(decided);
		assertThat(relation.partner().get(request).text("/state")).isIn(decided);
	}

	private Answer accept(Person person, String token) throws Exception {
		person.register("/api/v1/invitations/by-token/" + token);
		return acceptAgain(person, token);
	}

	private Answer acceptAgain(Person person, String token) {
		String notice = this.hub.asNobody()
			.get("/api/v1/invitations/by-token/" + token)
			.expect(200)
			.text("/notice/version");
		return person.calls()
			.post("/api/v1/invitations/acceptances", Map.of("token", token, "noticeVersion", notice, "accepted", true));
	}

	private String member(String login) {
		return this.hub.as("DISTRIBUTOR_ADMIN_TOKEN")
			.get("/api/v1/members?limit=100")
			.expect(200)
			.json()
			.at("/items")
			.valueStream()
			.filter((member) -> member.get("loginName").asString().equals(login))
			.findFirst()
			.orElseThrow()
			.get("id")
			.asString();
	}

	/** Lets the vendor tell what it knows of an account opened just now. */
	private String tell(Map<String, Boolean> flags) {
		String account = "known-" + Ids.next();
		this.hub.as("VENDOR_TOKEN")
			.post("/api/v1/vendor/customer-facts",
					Map.of("facts",
							List.of(Map.of("accountName", account, "asOf", Instant.now(), "registeredAt", Instant.now(),
									"flags", flags))))
			.expect(200);
		return account;
	}

	private Answer preRegister(String account) {
		return this.hub.as("DISTRIBUTOR_ADMIN_TOKEN")
			.post("/api/v1/pre-registrations", Map.of("customerName", account, "contactName", "李雷", "email",
					account + "@example.com", "existingAccountName", account));
	}

	private int approvals() {
		return (int) this.hub.mails("distributor-admin@partner-hub.local")
			.valueStream()
			.filter((mail) -> mail.get("subject").asString().contains("已通过审核"))
			.count();
	}

	/** A second administrator of the distributor. */
	private HubClient.As administrator() throws Exception {
		Person person = new Person(this.hub).register("/");
		this.hub.as("DISTRIBUTOR_ADMIN_TOKEN")
			.post("/api/v1/members",
					Map.of("loginName", person.login(), "displayName", "colleague", "roles", List.of("SYSTEM_ADMIN"),
							"issuer", person.claim("iss"), "subject", person.claim("sub"), "email", person.email()))
			.expect(201);
		Relation.eventually(() -> person.calls().get("/api/v1/partners/me"), 200);
		return person.calls();
	}

	private static List<Answer> atOnce(List<Callable<Answer>> calls) throws Exception {
		try (ExecutorService people = Executors.newVirtualThreadPerTaskExecutor()) {
			List<Answer> answers = new ArrayList<>();
			for (Future<Answer> answer : people.invokeAll(calls)) {
				answers.add(answer.get());
			}
			return answers;
		}
	}

}
