package io.partnerhub.localhub.identity;

import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import tools.jackson.databind.json.JsonMapper;

/** A person with a browser and the front end that runs in it. */
public final class Visitor {

	public static final String VERIFIER = "a-verifier-of-more-than-forty-three-characters-for-pkce";

	private static final String PASSWORD = "correct horse";

	private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

	private final String provider;

	private final HttpClient browser = HttpClient.newBuilder().cookieHandler(new CookieManager()).build();

	public Visitor(String provider) {
		this.provider = provider;
	}

	public static String field(String json, String name) {
		return JsonMapper.builder().build().readTree(json).get(name).asString();
	}

	public HttpResponse<String> register(String returnTo, String username, String email) throws Exception {
		String csrf = csrf(get(this.provider + "/register?return_to=" + encode(returnTo)));
		return post("/register", Map.of("_csrf", csrf, "return_to", returnTo, "username", username, "email", email,
				"password", PASSWORD));
	}

	/** Logs in on the way and answers the code. */
	public String authorize(String redirect, String username) throws Exception {
		String challenge = Base64.getUrlEncoder()
			.withoutPadding()
			.encodeToString(MessageDigest.getInstance("SHA-256").digest(VERIFIER.getBytes(StandardCharsets.US_ASCII)));
		String authorize = this.provider
				+ "/oauth2/authorize?response_type=code&client_id=hub-web&scope=openid%20email&state=s"
				+ "&code_challenge_method=S256&code_challenge=" + challenge + "&redirect_uri=" + encode(redirect);
		HttpResponse<String> unknown = get(authorize);
		String csrf = csrf(get(location(unknown)));
		HttpResponse<String> known = post("/login", Map.of("_csrf", csrf, "username", username, "password", PASSWORD));
		Matcher code = Pattern.compile("[?&]code=([^&]+)").matcher(location(get(location(known))));
		if (!code.find()) {
			throw new AssertionError("no code");
		}
		return code.group(1);
	}

	public String redeem(String code, String redirect, String verifier) throws Exception {
		return token(code, redirect, verifier).body();
	}

	HttpResponse<String> token(String code, String redirect, String verifier) throws Exception {
		return post("/oauth2/token", Map.of("grant_type", "authorization_code", "client_id", "hub-web", "code", code,
				"redirect_uri", redirect, "code_verifier", verifier));
	}

	HttpResponse<String> localToken(String secret, String username) throws Exception {
		return this.browser.send(HttpRequest.newBuilder(URI.create(this.provider + "/local/tokens"))
			.header("X-Local-Secret", secret)
			.header("Content-Type", "application/json")
			.POST(HttpRequest.BodyPublishers.ofString("{\"username\":\"" + username + "\"}"))
			.build(), HttpResponse.BodyHandlers.ofString());
	}

	private HttpResponse<String> get(String url) throws Exception {
		return this.browser.send(HttpRequest.newBuilder(URI.create(url)).header("Accept", "text/html").build(),
				HttpResponse.BodyHandlers.ofString());
	}

	private HttpResponse<String> post(String path, Map<String, String> form) throws Exception {
		String body = form.entrySet()
			.stream()
			.map((field) -> field.getKey() + "=" + encode(field.getValue()))
			.collect(Collectors.joining("&"));
		return this.browser.send(HttpRequest.newBuilder(URI.create(this.provider + path))
			.header("Content-Type", "application/x-www-form-urlencoded")
			.POST(HttpRequest.BodyPublishers.ofString(body))
			.build(), HttpResponse.BodyHandlers.ofString());
	}

	private String location(HttpResponse<String> answer) {
		return URI.create(this.provider)
			.resolve(answer.headers().firstValue("Location").orElseThrow(() -> new AssertionError(answer.body())))
			.toString();
	}

	private static String csrf(HttpResponse<String> page) {
		Matcher token = CSRF.matcher(page.body());
		if (!token.find()) {
			throw new AssertionError(page.body());
		}
		return token.group(1);
	}

	private static String encode(String text) {
		return URLEncoder.encode(text, StandardCharsets.UTF_8);
	}

}
