package io.partnerhub.acceptance;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.partnerhub.platform.testkit.HubClient;

import static org.awaitility.Awaitility.await;

/** Verification codes of somebody who reads his mail. */
final class Codes {

	static final String PROOF = "X-Verification-Proof";

	private static final Pattern CODE = Pattern.compile("(?<!\\d)\\d{6}(?!\\d)");

	private final RunningHub hub;

	private final HubClient.As person;

	private final String mailbox;

	Codes(RunningHub hub, HubClient.As person, String mailbox) {
		this.hub = hub;
		this.person = person;
		this.mailbox = mailbox;
	}

	/** Asks for a code, reads it in the mail and types it in. */
	String proof(String operation) {
		int before = this.hub.mails(this.mailbox).size();
		String id = this.person.post("/api/v1/verification-codes", Map.of("operation", operation, "channel", "EMAIL"))
			.expect(201)
			.text("/id");
		await().atMost(Relation.PATIENCE).until(() -> code(before) != null);
		return this.person.post("/api/v1/verification-codes/" + id + "/proof", Map.of("code", code(before)))
			.expect(200)
			.text("/proof");
	}

	/** The code in what has arrived since so many mails. */
	private String code(int before) {
		var mails = this.hub.mails(this.mailbox).valueStream().toList();
		return mails.subList(0, mails.size() - before)
			.stream()
			.filter((mail) -> mail.get("subject").asString().contains("验证码"))
			.map((mail) -> CODE.matcher(mail.get("text").asString()))
			.filter(Matcher::find)
			.map(Matcher::group)
			.findFirst()
			.orElse(null);
	}

}
