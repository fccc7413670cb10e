package io.partnerhub.platform.problem;

import jakarta.servlet.http.HttpServletRequest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.servlet.HandlerMapping;

/** Every denied authorisation is logged: who wanted what, and why not (LOG-03). */
public final class Denials {

	private static final Logger log = LoggerFactory.getLogger(Denials.class);

	private Denials() {
	}

	/** Logs the problem if it denies what the caller wanted. */
	public static void log(HttpServletRequest request, Problem problem) {
		if (problem.status() == HttpStatus.FORBIDDEN) {
			log.info("denied {} {} to {}: {}", request.getMethod(), operation(request), caller(), problem.code());
		}
	}

	/** The pattern rather than the path, which may hold a token. */
	static String operation(HttpServletRequest request) {
		Object pattern = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
		return (pattern != null) ? pattern.toString() : request.getRequestURI();
	}

	private static String caller() {
		Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
		return (authentication != null) ? String.valueOf(authentication.getDetails()).replaceAll("\\p{Cntrl}", "?")
				: "nobody";
	}

}
