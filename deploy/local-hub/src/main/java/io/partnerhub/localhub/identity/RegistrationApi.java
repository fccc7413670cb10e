package io.partnerhub.localhub.identity;

import java.net.URI;
import java.util.List;
import java.util.Set;

import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * The pages on which people log in and register. After registering one returns to where
 * one came from.
 */
@RestController
class RegistrationApi {

	private static final Set<String> LOCAL_HOSTS = Set.of("127.0.0.1", "localhost");

	private static final String LOGIN = "/login?registered";

	private final Users users;

	RegistrationApi(Users users) {
		this.users = users;
	}

	@GetMapping(path = "/login", produces = MediaType.TEXT_HTML_VALUE)
	String login(CsrfToken csrf, @RequestParam(required = false) String error,
			@RequestParam(required = false) String registered) {
		return Page.login(csrf, error != null, registered != null);
	}

	@GetMapping(path = "/register", produces = MediaType.TEXT_HTML_VALUE)
	String register(CsrfToken csrf, @RequestParam(name = "return_to", defaultValue = LOGIN) String returnTo,
			@RequestParam(defaultValue = "") String email) {
		return Page.register(csrf, returnTo, "", email, List.of());
	}

	@PostMapping(path = "/register", produces = MediaType.TEXT_HTML_VALUE)
	ResponseEntity<String> register(CsrfToken csrf,
			@RequestParam(name = "return_to", defaultValue = LOGIN) String returnTo, @RequestParam String username,
			@RequestParam String email, @RequestParam String password) {
		List<String> mistakes = this.users.register(username, email, password);
		if (!mistakes.isEmpty()) {
			return ResponseEntity.badRequest().body(Page.register(csrf, returnTo, username, email, mistakes));
		}
		return ResponseEntity.status(HttpStatus.SEE_OTHER).location(safe(returnTo)).build();
	}

	/** Nobody is sent to another machine by a link that someone made up. */
	private static URI safe(String returnTo) {
		try {
			URI target = URI.create(returnTo);
			boolean here = target.getScheme() == null && target.getRawAuthority() == null && returnTo.startsWith("/");
			boolean local = Set.of("http", "https").contains(String.valueOf(target.getScheme()))
					&& LOCAL_HOSTS.contains(String.valueOf(target.getHost()));
			return (here || local) ? target : URI.create(LOGIN);
		}
		catch (IllegalArgumentException ex) {
			return URI.create(LOGIN);
		}
	}

}
