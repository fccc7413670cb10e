package io.partnerhub.localhub.identity;

import java.util.List;
import java.util.stream.Collectors;

import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.util.HtmlUtils;

/** The two pages of the provider, as text: log in and register. */
final class Page {

	private Page() {
	}

	static String login(CsrfToken csrf, boolean failed, boolean registered) {
		String notice = failed ? "<p class=\"bad\">Username or password is wrong.</p>" : "";
		String welcome = registered ? "<p class=\"good\">You are registered. Log in with your new password.</p>" : "";
		return page("Log in", """
				%s%s
				<form method="post" action="/login">%s
				<label>Username <input name="username" autocomplete="username" required autofocus></label>
				<label>Password <input name="password" type="password" autocomplete="current-password" required></label>
				<button>Log in</button></form>
				<p>New here? <a href="/register">Register</a></p>
				""".formatted(notice, welcome, hidden(csrf)));
	}

	static String register(CsrfToken csrf, String returnTo, String username, String email, List<String> mistakes) {
		String list = mistakes.stream()
			.map((mistake) -> "<p class=\"bad\">" + mistake + "</p>")
			.collect(Collectors.joining());
		return page("Register", """
				%s
				<form method="post" action="/register">%s
				<input type="hidden" name="return_to" value="%s">
				<label>Username <input name="username" value="%s" autocomplete="username" required autofocus></label>
				<label>E-mail <input name="email" type="email" value="%s" autocomplete="email" required></label>
				<label>Password <input name="password" type="password" autocomplete="new-password" required></label>
				<button>Register</button></form>
				""".formatted(list, hidden(csrf), HtmlUtils.htmlEscape(returnTo), HtmlUtils.htmlEscape(username),
				HtmlUtils.htmlEscape(email)));
	}

	private static String hidden(CsrfToken csrf) {
		return "<input type=\"hidden\" name=\"%s\" value=\"%s\">".formatted(csrf.getParameterName(), csrf.getToken());
	}

	private static String page(String title, String body) {
		return """
				<!doctype html>
				<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
				<title>%1$s · Partner Hub</title>
				<style>
				body { font-family: sans-serif; max-width: 22rem; margin: 4rem auto; padding: 0 1rem; }
				label { display: block; margin: 1rem 0; } input { display: block; width: 100%%; padding: .5rem; box-sizing: border-box; }
				button { padding: .6rem 1.2rem; } .bad { color: #a40000; } .good { color: #00602b; }
				</style></head><body><h1>%1$s</h1>%2$s</body></html>
				"""
			.formatted(title, body);
	}

}
