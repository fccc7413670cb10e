package io.partnerhub.acceptance;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.partnerhub.localhub.identity.Visitor;
import io.partnerhub.platform.Ids;
import io.partnerhub.platform.testkit.HubClient;
import io.partnerhub.platform.testkit.HubClient.Answer;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * A customer of the demo's distributor from the first contact to the end of the relation,
 * each step taken as its user would take it.
 */
final class Relation {

	static final Duration PATIENCE = Duration.ofSeconds(60);

	private static final Pattern LINK = Pattern.compile("/invitations/([A-Za-z0-9_-]+)");

	private static final String REDIRECT = "http://127.0.0.1:8080/callback";

	private final RunningHub hub;

	private final String login = "visitor-" + Ids.next();

	private String token = "";

	private String customerId = "";

	private String quotaId = "";

	private String voucherId = "";

	private String opportunityId = "";

	private String requestId = "";

	Relation(RunningHub hub) {
		this.hub = hub;
	}

	HubClient.As partner() {
		return this.hub.as("DISTRIBUTOR_ADMIN_TOKEN");
	}

	HubClient.As customer() {
		return this.hub.withToken(this.token);
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
		this.token = register(offer);
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
					.with("Idempotency-Key", "quota-" + this.login)
					.post("/api/v1/vendor/voucher-quotas", Map.of("partnerId", partnerId(), "value", money(value),
							"effectiveAt", Instant.EPOCH, "expiresAt", Instant.EPOCH.plus(Duration.ofDays(40_000)))),
				201)
			.text("/id");
		return this;
	}

	Relation issue(String face) {
		this.voucherId = eventually(() -> partner().with("Idempotency-Key", "issue-" + this.customerId)
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

	private String invite(String associationType) {
		String email = this.login + "@example.com";
		String preRegistration = partner()
			.post("/api/v1/pre-registrations", Map.of("customerName", "云岭科技有限公司", "contactName", "李雷", "email", email))
			.expect(201)
			.text("/id");
		Map<String, Object> wish = Map.of("preRegistrationId", preRegistration, "associationType", associationType);
		Answer preview = partner().post("/api/v1/invitations/preview", wish).expect(200);
		partner().post("/api/v1/invitations", wish).expect(201);
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

	private static String token(String text) {
		Matcher link = LINK.matcher(text);
		assertThat(link.find()).as("a link in " + text).isTrue();
		return link.group(1);
	}

	private String register(String returnTo) throws Exception {
		Visitor visitor = new Visitor(this.hub.env("HUB_IDENTITY_URL"));
		visitor.register(this.hub.url() + returnTo, this.login, this.login + "@example.com");
		String code = visitor.authorize(REDIRECT, this.login);
		return Visitor.field(visitor.redeem(code, REDIRECT, Visitor.VERIFIER), "access_token");
	}

}
