package io.partnerhub.acceptance;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

import io.partnerhub.localhub.identity.Visitor;
import io.partnerhub.platform.Ids;
import io.partnerhub.platform.testkit.HubClient;

/** Somebody who opens an account at the local identity provider and uses it. */
final class Person {

	private static final String REDIRECT = "http://127.0.0.1:8080/callback";

	private final RunningHub hub;

	private final String login = "visitor-" + Ids.next();

	private String token = "";

	Person(RunningHub hub) {
		this.hub = hub;
	}

	String login() {
		return this.login;
	}

	String email() {
		return this.login + "@example.com";
	}

	/** Opens the account on the way back to a page of the hub. */
	Person register(String returnTo) throws Exception {
		Visitor visitor = new Visitor(this.hub.env("HUB_IDENTITY_URL"));
		visitor.register(this.hub.url() + returnTo, this.login, email());
		String code = visitor.authorize(REDIRECT, this.login);
		this.token = Visitor.field(visitor.redeem(code, REDIRECT, Visitor.VERIFIER), "access_token");
		return this;
	}

	/** What the token says of the person. */
	String claim(String name) {
		byte[] claims = Base64.getUrlDecoder().decode(this.token.split("\\.", -1)[1]);
		return Visitor.field(new String(claims, StandardCharsets.UTF_8), name);
	}

	HubClient.As calls() {
		return this.hub.withToken(this.token);
	}

}
