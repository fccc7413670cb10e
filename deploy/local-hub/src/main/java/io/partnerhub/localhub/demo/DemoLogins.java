package io.partnerhub.localhub.demo;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

import io.partnerhub.localhub.home.HubFailure;
import io.partnerhub.localhub.home.HubKeys;
import io.partnerhub.localhub.home.Ports;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The logins of the demo at the local identity provider, and tokens for them. */
public final class DemoLogins {

	/**
	 * The vendor's operator; the hub is told of this login before it starts, so its id is
	 * fixed.
	 */
	public static final String VENDOR = "vendor";

	public static final UUID VENDOR_SUBJECT = UUID.fromString("00000000-0000-7000-8000-000000000001");

	/** Of every demo user; the banner shows it. */
	public static final String PASSWORD = "partner-hub";

	private static final String MARK = "login:";

	private final Path home;

	private final Http http = new Http();

	private DemoLogins(Path home) {
		this.home = home;
	}

	public static DemoLogins in(Path home) {
		return new DemoLogins(home);
	}

	/** How a login stands in the demo properties. */
	static String mark(String username) {
		return MARK + username;
	}

	/** The value itself, or a fresh token if it names a login. */
	public String resolve(String value) {
		return value.startsWith(MARK) ? token(value.substring(MARK.length())) : value;
	}

	/**
	 * What a shell needs to act as a person; his account is opened if there is none.
	 */
	public Map<String, String> person(String username) {
		try {
			Login login = ensure(username, null);
			Map<String, String> values = new LinkedHashMap<>();
			values.put("PERSON_LOGIN", login.username());
			values.put("PERSON_EMAIL", login.email());
			values.put("PERSON_ISSUER", login.issuer());
			values.put("PERSON_SUBJECT", login.subject());
			values.put("PERSON_TOKEN", token(login.username()));
			return values;
		}
		catch (Http.Refused ex) {
			throw HubFailure.of("No login can be called '" + username + "'", ex,
					"Take 3 to 64 letters, digits, dots, dashes or underscores.");
		}
	}

	String token(String username) {
		return this.http.post(url("/local/tokens"), secret(), Map.of("username", username)).get("token").asString();
	}

	Login ensure(String username, @Nullable UUID subject) {
		Map<String, Object> user = new LinkedHashMap<>();
		user.put("username", username);
		user.put("email", username + "@partner-hub.local");
		user.put("password", PASSWORD);
		if (subject != null) {
			user.put("subject", subject.toString());
		}
		JsonNode login = this.http.post(url("/local/users"), secret(), user);
		return new Login(login.get("username").asString(), login.get("issuer").asString(),
				login.get("subject").asString(), login.get("email").asString());
	}

	private String url(String path) {
		return "http://127.0.0.1:" + Ports.in(this.home).of("identity") + path;
	}

	private Map<String, String> secret() {
		return Map.of("X-Local-Secret", HubKeys.localSecret(this.home));
	}

	record Login(String username, String issuer, String subject, String email) {
	}

}
