package io.partnerhub.acceptance;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.partnerhub.platform.testkit.HubClient;
import io.partnerhub.platform.testkit.HubClient.Answer;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * A customer of a partner, the demo's distributor unless told otherwise, from the first
 * contact to the end of the relation, each step taken as its user would take it.
 */
final class Relation {

	static final Duration PATIENCE = Duration.ofSeconds(60);

	private static final Pattern LINK = Pattern.compile("/invitations/([A-Za-z0-9_-]+)");

	private final RunningHub hub;

	private final String partner;

	private final String inviter;

	private final Person person;

	private String customerId = "";

	private String quotaId = "";

	private String voucherId = "";

	private String opportunityId = "";

	private String requestId = "";

	private int issues;

	Relation(RunningHub hub) {
		this(hub, "DISTRIBUTOR_ADMIN_TOKEN", "DISTRIBUTOR_ADMIN_TOKEN");
	}

	/** Won by one member of the partner, and led by its administrator. */
	Relation(RunningHub hub, String partner, String inviter) {
		this.hub = hub;
		this.partner = partner;
		this.inviter = inviter;
		this.person = new Person(hub);
	}

	HubClient.As partner() {
		return this.hub.as(this.partner);
	}

	HubClient.As customer() {
		return this.person.calls();
	}

	/** The customer's login, which is his account name. */
	String login() {
		return this.person.login();
	}

	String email() {
		return this.person.email();
	}

	String customerId() {
		return this.customerId;
	}

	String quotaId() {
		return this.quotaId;
	}

	String voucherId() {
		return this.voucherId;
	}

	String opportunityId() {
		return this.opportunityId;
	}

	String requestId() {
		return this.requestId;
	}

	/**
	 * From the pre-registration to the accepted invitation, checking that the mail is
	 * what the preview showed.
	 */
	Relation begin(String associationType) throws Exception {
		String invitation = invite(associationType);
		String offer = "/api/v1/invitations/by-token/" + invitation;
		Answer shown = this.hub.asNobody().get(offer).expect(200);
		this.person.register(offer);
		Map<String, Object> acceptance = Map.of("token", invitation, "noticeVersion", shown.text("/notice/version"),
				"accepted", true);
		this.customerId = customer().post("/api/v1/invitations/acceptances", acceptance)
			.expect(201)
			.text("/customerId");
		customer().post("/api/v1/invitations/acceptances", acceptance).refused(409, "INVITE_USED");
		await().atMost(PATIENCE).until(() -> customer().get("/api/v1/my/partner").status() == 200);
		return this;
	}

	/** Money; the account opens as soon as the association has been announced. */
	Relation appropriate(String amount) {
		eventually(
				() -> partner().with("Idempotency-Key", "appropriate-" + this.customerId)
					.post("/api/v1/appropriations", Map.of("customerId", this.customerId, "amount", money(amount))),
				201);
		return this;
	}

	Relation grantQuota(String value) {
		this.quotaId = eventually(
				() -> this.hub.as("VENDOR_TOKEN")
					.with("Idempotency-Key", "quota-" + this.person.login())
					.post("/api/v1/vendor/voucher-quotas", Map.of("partnerId", partnerId(), "value", money(value),
							"effectiveAt", Instant.EPOCH, "expiresAt", Instant.EPOCH.plus(Duration.ofDays(40_000)))),
				201)
			.text("/id");
		return this;
	}

	Relation issue(String face) {
		String key = "issue-" + this.customerId + "-" + this.issues++;
		this.voucherId = eventually(() -> partner().with("Idempotency-Key", key)
			.post("/api/v1/vouchers",
					Map.of("quotaId", this.quotaId, "customerIds", List.of(this.customerId), "faceValue", money(face))),
				201)
			.text("/vouchers/0/id");
		return this;
	}

	Relation registerOpportunity() {
		String day = Instant.now().plus(Duration.ofDays(30)).toString().substring(0, 10);
		this.opportunityId = eventually(() -> partner().with("Idempotency-Key", "opportunity-" + this.customerId)
			.post("/api/v1/opportunities",
					Map.of("customerId", this.customerId, "name", "Move to the cloud", "cloudServices", List.of("ecs"),
							"expectedSignDate", day, "launchDate", day, "expectedRevenue", money("90000.00"),
							"firstYearRevenue", money("60000.00"), "monthlyRevenue", money("5000.00"))),
				201)
			.text("/id");
		return this;
	}

	/** The partner asks, the customer agrees. */
	Relation end() {
		this.requestId = partner()
			.post("/api/v1/disassociations",
					Map.of("customerId", this.customerId, "reason", "The customer moves on.", "understood", true))
			.expect(201)
			.text("/id");
		customer().post("/api/v1/disassociations/" + this.requestId + "/consent", Map.of()).expect(200);
		return this;
	}

	Answer awaitDone() {
		await().atMost(PATIENCE.multipliedBy(2)).until(() -> request().text("/state").equals("DONE"));
		return request();
	}

	Answer request() {
		return partner().get("/api/v1/disassociations/" + this.requestId);
	}

	String quotaBalance() {
		return partner().get("/api/v1/voucher-quotas/" + this.quotaId).expect(200).text("/balance/amount");
	}

	String partnerBalance() {
		return partner().get("/api/v1/accounts").expect(200).text("/items/0/balance/amount");
	}

	String customerBalance() {
		return customer().get("/api/v1/my/accounts").expect(200).text("/items/0/balance/amount");
	}

	long records(int operationType) {
		return partner().get("/api/v1/voucher-records?limit=100&customerId=" + this.customerId)
			.expect(200)
			.json()
			.at("/items")
			.valueStream()
			.filter((entry) -> entry.get("operationType").asInt() == operationType)
			.count();
	}

	String partnerId() {
		return partner().get("/api/v1/partners/me").expect(200).text("/id");
	}

	static Map<String, Object> money(String amount) {
		return Map.of("amount", amount, "currency", "CNY");
	}

	/**
	 * Repeats a command until what it needs has been announced; its key makes the
	 * repetition safe.
	 */
	static Answer eventually(java.util.function.Supplier<Answer> command, int status) {
		Answer[] last = new Answer[1];
		await().atMost(PATIENCE).ignoreExceptionsMatching((ex) -> !(ex instanceof AssertionError)).until(() -> {
			last[0] = command.get();
			return last[0].status() == status;
		});
		return last[0];
	}

	/** The secret in a link that stands somewhere in a text. */
	static String token(String text) {
		Matcher link = LINK.matcher(text);
		assertThat(link.find()).as("a link in " + text).isTrue();
		return link.group(1);
	}

	private String invite(String associationType) {
		String email = this.person.email();
		HubClient.As member = this.hub.as(this.inviter);
		String preRegistration = member
			.post("/api/v1/pre-registrations", Map.of("customerName", "云岭科技有限公司", "contactName", "李雷", "email", email))
			.expect(201)
			.text("/id");
		Map<String, Object> wish = Map.of("preRegistrationId", preRegistration, "associationType", associationType);
		Answer preview = member.post("/api/v1/invitations/preview", wish).expect(200);
		member.post("/api/v1/invitations", wish).expect(201);
		await().atMost(PATIENCE).until(() -> !this.hub.mails(email).isEmpty());
		JsonNode mail = this.hub.mails(email).get(0);
		String token = token(mail.get("text").asString());
		assertEqualButForToken(mail, preview, token);
		return token;
	}

	private static void assertEqualButForToken(JsonNode mail, Answer preview, String token) {
		String placeholder = token(preview.text("/text"));
		assertThat(mail.get("subject").asString()).isEqualTo(preview.text("/subject"));
		assertThat(mail.get("text").asString().replace("\r\n", "\n").strip())
			.isEqualTo(preview.text("/text").replace(placeholder, token).replace("\r\n", "\n").strip());
	}

}
