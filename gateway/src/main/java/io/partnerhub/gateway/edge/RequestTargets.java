package io.partnerhub.gateway.edge;

import java.util.regex.Pattern;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.security.web.firewall.StrictHttpFirewall;

/**
 * Only paths that mean one thing to everybody pass: no dot segments, double or encoded
 * slashes, path parameters or broken percent-encoding, so that no spelling of a path
 * leads past the routes.
 */
final class RequestTargets {

	private static final Pattern BROKEN_ENCODING = Pattern.compile("%(?![0-9A-Fa-f]{2})");

	private static final HttpFirewall FIREWALL = new StrictHttpFirewall();

	private RequestTargets() {
	}

	static boolean plain(HttpServletRequest request) {
		if (broken(request.getRequestURI())) {
			return false;
		}
		try {
			FIREWALL.getFirewalledRequest(request);
			return true;
		}
		catch (RequestRejectedException ex) {
			return false;
		}
	}

	static boolean brokenQuery(HttpServletRequest request) {
		return request.getQueryString() != null && broken(request.getQueryString());
	}

	private static boolean broken(String text) {
		return text.indexOf('%') >= 0 && BROKEN_ENCODING.matcher(text).find();
	}

}
