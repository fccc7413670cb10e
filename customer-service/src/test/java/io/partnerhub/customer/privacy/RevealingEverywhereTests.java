package io.partnerhub.customer.privacy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.partnerhub.contracts.AssociationType;
import io.partnerhub.customer.CustomerScenario;
import io.partnerhub.customer.Partner;
import io.partnerhub.platform.Ids;
import io.partnerhub.platform.caller.Caller;
import io.partnerhub.platform.testkit.HubClient.Answer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Everything else that tells who somebody is, beside the list of customers. */
@Tag("X-03")
class RevealingEverywhereTests extends CustomerScenario {

	private static final String PROSPECTS = "/api/v1/pre-registrations";

	private static final String INVITATIONS = "/api/v1/invitations";

	private static final String RECORDS = "/api/v1/association-records";

	private static final List<String> REQUESTS = List.of("/api/v1/disassociations", "/api/v1/model-switches",
			"/api/v1/transfers");

	private static final String NAME = "云岭科技有限公司";

	private final String email = address();

	private final String mobile = mobile();

	private final Caller somebody = somebody();

	private Partner partner;

	private Partner reseller;

	private Caller admin;

	private String prospect;

	private UUID customer;

	@BeforeEach
	void aCustomer() {
		this.partner = distributor();
		this.reseller = resellerOf(this.partner);
		this.admin = this.partner.admin();
		this.prospect = this.client.as(this.admin)
			.post(PROSPECTS,
					Map.of("customerName", NAME, "contactName", "李雷", "email", this.email, "mobile", this.mobile))
			.expect(201)
			.text("/id");
		this.client.as(this.admin).post(INVITATIONS, wish(this.prospect, AssociationType.RESALE)).expect(201);
		String id = this.client.as(this.somebody)
			.with("X-Forwarded-For", "203.0.113.7")
			.post(INVITATIONS + "/acceptances", acceptance(mailbox.of(this.email, 1).getFirst().token()))
			.expect(201)
			.text("/customerId");
		this.customer = UUID.fromString(id);
	}

	@Test
	void masksEveryPersonalFieldByDefault() {
		for (Caller caller : List.of(this.admin, this.partner.operator())) {
			for (Field field : fields()) {
				assertThat(this.client.as(caller).get(field.path()).expect(200).text(field.pointer()))
					.as(field.toString())
					.isEqualTo(field.masked());
			}
		}
		assertThat(records()).isEmpty();
	}

	@Test
	void revealsEachFieldAloneAndKeepsThatOnRecord() {
		List<Field> fields = fields();
		for (Field field : fields) {
			Answer shown = this.client.as(this.admin).get(field.revealed()).expect(200);
			assertThat(shown.text(field.pointer())).as(field.toString()).isEqualTo(field.clear());
			fields.stream()
				.filter((other) -> other.path().equals(field.path()) && !other.column().equals(field.column()))
				.forEach((other) -> assertThat(shown.text(other.pointer())).isEqualTo(other.masked()));
		}
		List<String> expected = fields.stream().map((field) -> field.resource() + " " + field.column()).toList();
		assertThat(records().reversed()).isEqualTo(expected);
	}

	@Test
	void recordsWhoseDataWasShown() {
		this.client.as(this.admin).get(PROSPECTS + "/" + this.prospect + "?reveal=email").expect(200);
		assertThat(newestRow()).isEqualTo(this.prospect);
		this.client.as(this.admin).get(evidence() + "?reveal=login").expect(200);
		assertThat(newestRow()).isEqualTo(this.customer.toString());
		String invitation = this.client.as(this.admin).get(INVITATIONS + "?reveal=sentTo").text("/items/0/id");
		assertThat(newestRow()).isEqualTo(invitation);
	}

	@Test
	void refusesWhoMayNotRevealAndColumnsThatAreNotThere() {
		for (Field field : fields()) {
			this.client.as(this.partner.operator()).get(field.revealed()).refused(403, "ACCESS_DENIED");
			for (String columns : List.of("reason", "loginName", field.column() + ",", "accountManager")) {
				this.client.as(this.admin)
					.get(field.path() + field.sign() + "reveal=" + columns)
					.refused(400, "INVALID_REQUEST");
			}
		}
		assertThat(records()).isEmpty();
	}

	@Test
	void recordsNothingWhenNothingIsShown() {
		UUID platform = customerOf(this.partner, AssociationType.RESALE);
		this.client.as(this.admin)
			.get("/api/v1/customers/" + platform + "/association-evidence?reveal=login")
			.expect(200);
		this.client.as(this.admin).get("/api/v1/customers?label=nobody&reveal=email").expect(200);
		this.client.as(this.admin).get(PROSPECTS + "?state=PENDING_REVIEW&reveal=email").expect(200);
		this.client.as(this.admin).get(INVITATIONS + "?state=REVOKED&reveal=sentTo").expect(200);
		this.client.as(this.admin).get(RECORDS + "?kind=SWITCH&reveal=decidedBy").expect(200);
		for (String path : REQUESTS) {
			this.client.as(this.admin).get(path + "?reveal=customerName").expect(200);
			this.client.as(this.admin).get(path + "/" + Ids.next() + "?reveal=customerName").refused(404, "NOT_FOUND");
		}
		for (String path : List.of(PROSPECTS + "/" + Ids.next() + "?reveal=email",
				INVITATIONS + "/" + Ids.next() + "?reveal=sentTo",
				"/api/v1/customers/" + Ids.next() + "/association-evidence?reveal=login")) {
			this.client.as(this.admin).get(path).refused(404, "NOT_FOUND");
		}
		assertThat(records()).isEmpty();
	}

	@Test
	void masksTheAnswersOfCommandsExceptWhatTheCallerHasJustSaid() {
		String address = address();
		Answer registered = this.client.as(this.partner.operator()).post(PROSPECTS, prospect(address)).expect(201);
		assertThat(registered.text("/customerName")).isEqualTo(NAME);
		assertThat(registered.text("/contactName")).isEqualTo("李雷");
		assertThat(registered.text("/email")).isEqualTo(address);
		Answer invited = this.client.as(this.admin)
			.post(INVITATIONS, wish(registered.text("/id"), AssociationType.RESALE))
			.expect(201);
		assertInvitationMasked(invited);
		Answer again = this.client.as(this.admin).post(INVITATIONS + "/" + invited.text("/id") + "/resending", "");
		assertInvitationMasked(again.expect(201));
		Answer cancelled = this.client.as(this.admin).post(INVITATIONS + "/" + again.text("/id") + "/cancellation", "");
		assertInvitationMasked(cancelled.expect(200));
		for (String path : REQUESTS) {
			Answer started = ask(path);
			assertThat(started.text("/customerName")).isEqualTo("云***");
			assertThat(withdraw(path, started.text("/id")).text("/customerName")).isEqualTo("云***");
		}
		assertThat(records()).isEmpty();
	}

	@Test
	void hidesNothingFromTheCustomerHimselfNorFromTheVendor() {
		Caller he = Caller.customer("li", this.customer);
		for (String path : REQUESTS) {
			String id = ask(path).text("/id");
			for (String query : List.of("", "?reveal=customerName")) {
				assertThat(this.client.as(he).get(path + query).expect(200).text("/items/0/customerName"))
					.isEqualTo(NAME);
				assertThat(this.client.as(he).get(path + "/" + id + query).expect(200).text("/customerName"))
					.isEqualTo(NAME);
			}
			withdraw(path, id);
		}
		Answer reviewed = this.client.as(Caller.vendor("reviewer"))
			.get("/api/v1/vendor/pre-registrations/" + this.prospect);
		assertThat(reviewed.expect(200).text("/customerName")).isEqualTo(NAME);
		assertThat(reviewed.text("/email")).isEqualTo(this.email);
		assertThat(records()).isEmpty();
	}

	/** All personal fields of all that is masked, with one request of each kind. */
	private List<Field> fields() {
		List<String> requests = REQUESTS.stream().map((path) -> {
			String id = ask(path).text("/id");
			withdraw(path, id);
			return path + "/" + id;
		}).toList();
		String prospect = PROSPECTS + "/" + this.prospect;
		String invitation = INVITATIONS + "/" + this.client.as(this.admin).get(INVITATIONS).text("/items/0/id");
		String number = "+86" + this.mobile;
		String hiddenNumber = number.substring(0, 6) + "****" + number.substring(10);
		String login = this.somebody.subject();
		return List.of(new Field(PROSPECTS, "/items/0/customerName", "云***", NAME),
				new Field(PROSPECTS, "/items/0/contactName", "李***", "李雷"),
				new Field(PROSPECTS, "/items/0/email", "l***@c***.example", this.email),
				new Field(PROSPECTS, "/items/0/mobile", hiddenNumber, number),
				new Field(prospect, "/customerName", "云***", NAME), new Field(prospect, "/contactName", "李***", "李雷"),
				new Field(prospect, "/email", "l***@c***.example", this.email),
				new Field(prospect, "/mobile", hiddenNumber, number),
				new Field(INVITATIONS, "/items/0/customerName", "云***", NAME),
				new Field(INVITATIONS, "/items/0/sentTo", "l***@c***.example", this.email),
				new Field(INVITATIONS, "/items/0/evidence/login", "u***", login),
				new Field(INVITATIONS, "/items/0/evidence/address", "203.***", "203.0.113.7"),
				new Field(invitation, "/customerName", "云***", NAME),
				new Field(invitation, "/sentTo", "l***@c***.example", this.email),
				new Field(invitation, "/evidence/login", "u***", login),
				new Field(invitation, "/evidence/address", "203.***", "203.0.113.7"),
				new Field(evidence(), "/items/0/login", "u***", login),
				new Field(evidence(), "/items/0/address", "203.***", "203.0.113.7"),
				new Field(RECORDS + "?kind=ASSOCIATE", "/items/0/decidedBy", "u***", login),
				new Field(RECORDS + "?kind=DISASSOCIATE", "/items/0/createdBy", "a***", "admin"),
				new Field(REQUESTS.get(0), "/items/0/customerName", "云***", NAME),
				new Field(requests.get(0), "/customerName", "云***", NAME),
				new Field(REQUESTS.get(1), "/items/0/customerName", "云***", NAME),
				new Field(requests.get(1), "/customerName", "云***", NAME),
				new Field(REQUESTS.get(2), "/items/0/customerName", "云***", NAME),
				new Field(requests.get(2), "/customerName", "云***", NAME));
	}

	private String evidence() {
		return "/api/v1/customers/" + this.customer + "/association-evidence";
	}

	/** Long enough after the request before (DIS-03). */
	private Answer ask(String path) {
		this.clock.advance(Duration.ofDays(100));
		Map<String, Object> wish = path.endsWith("/transfers") ? Map.of("customerId", this.customer, "toPartnerId",
				this.reseller.id(), "reason", "r", "understood", true)
				: Map.of("customerId", this.customer, "reason", "r", "understood", true);
		return this.client.as(this.admin).post(path, wish).expect(201);
	}

	private Answer withdraw(String path, String id) {
		return this.client.as(this.admin).post(path + "/" + id + "/withdrawal", "").expect(200);
	}

	private static void assertInvitationMasked(Answer invitation) {
		assertThat(invitation.text("/customerName")).isEqualTo("云***");
		assertThat(invitation.text("/sentTo")).isEqualTo("l***@c***.example");
	}

	private List<String> records() {
		return this.client.as(this.admin)
			.get("/api/v1/customers/reveal-records?limit=100")
			.expect(200)
			.json()
			.at("/items")
			.valueStream()
			.map((entry) -> entry.at("/resource").asString() + " " + entry.at("/columns/0").asString())
			.toList();
	}

	private String newestRow() {
		return this.client.as(this.admin)
			.get("/api/v1/customers/reveal-records?limit=1")
			.expect(200)
			.text("/items/0/rowIds/0");
	}

	/** Where a personal field stands, and how it reads. */
	private record Field(String path, String pointer, String masked, String clear) {

		String column() {
			return this.pointer.substring(this.pointer.lastIndexOf('/') + 1);
		}

		String resource() {
			return this.path.contains("association-evidence") ? "association-evidence" : this.path.split("[/?]", -1)[3];
		}

		String sign() {
			return this.path.contains("?") ? "&" : "?";
		}

		String revealed() {
			return this.path + sign() + "reveal=" + column();
		}

	}

}
