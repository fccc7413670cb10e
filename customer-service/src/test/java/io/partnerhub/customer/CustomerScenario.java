package io.partnerhub.customer;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import io.partnerhub.contracts.AssociationType;
import io.partnerhub.contracts.PartnerType;
import io.partnerhub.platform.Ids;
import io.partnerhub.platform.caller.Caller;
import io.partnerhub.platform.testkit.Announced;
import io.partnerhub.platform.testkit.Hears;
import io.partnerhub.platform.testkit.HubClient;
import io.partnerhub.platform.testkit.HubClient.Answer;
import io.partnerhub.platform.testkit.MovableClock;
import io.partnerhub.platform.testkit.ServiceTest;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;

/** The whole service with a mail server and a billing-service played beside it. */
@ServiceTest
@TestPropertySource(properties = "spring.config.name=customer-service")
public abstract class CustomerScenario {

	protected static final BillingStub billing = new BillingStub();

	protected static final Mailbox mailbox = new Mailbox();

	@Autowired
	protected HubClient client;

	@Autowired
	protected MovableClock clock;

	@Autowired
	protected Announced announced;

	@Autowired
	protected Hears hears;

	@Autowired
	protected JdbcClient jdbc;

	@DynamicPropertySource
	static void surroundings(DynamicPropertyRegistry properties) {
		properties.add("spring.mail.host", () -> "127.0.0.1");
		properties.add("spring.mail.port", mailbox::port);
		properties.add("partnerhub.services.billing", billing::url);
		properties.add("partnerhub.invitations.link-base", () -> Mailbox.LINK_BASE);
		properties.add("partnerhub.mail.poll-interval", () -> "50ms");
		properties.add("partnerhub.invitations.link-key", () -> "classpath:link.key");
	}

	@BeforeEach
	void fresh() {
		this.clock.reset();
		this.announced.next();
		this.jdbc.sql("delete from token_miss").update();
		billing.passes();
	}

	protected Partner partner() {
		return known(Partner.of(PartnerType.SOLUTION_PROVIDER));
	}

	protected Partner distributor() {
		return known(Partner.of(PartnerType.DISTRIBUTOR));
	}

	protected Partner resellerOf(Partner distributor) {
		return known(Partner.resellerOf(distributor));
	}

	protected static String address() {
		return "li.lei." + Ids.next() + "@customer.example";
	}

	protected static Map<String, Object> prospect(String email) {
		return Map.of("customerName", "云岭科技有限公司", "contactName", "李雷", "email", email);
	}

	protected static Map<String, Object> wish(String preRegistrationId, AssociationType type) {
		return Map.of("preRegistrationId", preRegistrationId, "associationType", type);
	}

	protected String preRegister(Caller caller, String email) {
		return this.client.as(caller).post("/api/v1/pre-registrations", prospect(email)).expect(201).text("/id");
	}

	/** Invites and returns the token from the mail that arrived. */
	protected String invite(Caller caller, AssociationType type) {
		String email = address();
		String id = preRegister(caller, email);
		this.client.as(caller).post("/api/v1/invitations", wish(id, type)).expect(201);
		return mailbox.of(email, 1).getFirst().token();
	}

	protected static Map<String, Object> acceptance(String token) {
		return Map.of("token", token, "noticeVersion", "2026-01", "accepted", true);
	}

	/** The vendor tells facts about an account. */
	protected void told(String account, Map<String, Object> facts) {
		Map<String, Object> news = new HashMap<>(facts);
		news.put("accountName", account);
		news.put("asOf", this.clock.instant());
		this.client.as(Caller.vendor("feed"))
			.post("/api/v1/vendor/customer-facts", Map.of("facts", List.of(news)))
			.expect(200);
	}

	/** A login the identity provider knows and the hub does not. */
	protected static Caller somebody() {
		String subject = Ids.next().toString();
		return Caller.identity("user-" + subject, "https://id.example", subject, null);
	}

	protected Answer accept(Caller caller, String token) {
		return this.client.as(caller).post("/api/v1/invitations/acceptances", acceptance(token));
	}

	/** An associated customer, made the short way. */
	protected UUID customerOf(Partner partner, AssociationType type) {
		String id = this.client.as(partner.key())
			.post("/v2/partners/sub-customers",
					Map.of("xaccount_id", Ids.next(), "xaccount_type", "SHOP", "cooperation_type", type.code()))
			.expect(200)
			.text("/domain_id");
		return UUID.fromString(id);
	}

	/** A mobile number of mainland China that no other test has. */
	protected static String mobile() {
		long random = Math.floorMod(Ids.next().getLeastSignificantBits(), 1_000_000_000L);
		return "13" + String.format("%09d", random);
	}

	/** Where text messages to a number of mainland China end. */
	protected static String textsOf(String mobile) {
		return "86" + mobile + "@sms.partner-hub.example";
	}

	/** Sends a code to a new customer's mobile number and returns it. */
	protected String codeFor(Caller key, String mobile) {
		int before = mailbox.received(textsOf(mobile)).size();
		this.client.as(key)
			.post("/v2/bases/verificationcode/send", Map.of("receiver_type", 1, "mobile_phone", mobile))
			.expect(204);
		return mailbox.of(textsOf(mobile), before + 1).getLast().code();
	}

	/** Sends all requests at once and returns the answers. */
	protected static List<Answer> atOnce(List<Callable<Answer>> requests) throws Exception {
		CyclicBarrier start = new CyclicBarrier(requests.size());
		try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
			List<Future<Answer>> running = new ArrayList<>();
			for (Callable<Answer> request : requests) {
				running.add(threads.submit(() -> {
					start.await();
					return request.call();
				}));
			}
			List<Answer> answers = new ArrayList<>();
			for (Future<Answer> future : running) {
				answers.add(future.get());
			}
			return answers;
		}
	}

	private Partner known(Partner partner) {
		this.hears.event(partner.registered());
		return partner;
	}

}
