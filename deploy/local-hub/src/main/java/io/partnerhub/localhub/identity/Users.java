package io.partnerhub.localhub.identity;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

import io.partnerhub.platform.Ids;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.crypto.password.PasswordEncoder;

/**
 * Registers people and finds them. A username and an e-mail address belong to one person
 * each.
 */
final class Users implements UserDetailsService {

	private static final Pattern USERNAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{2,63}");

	private static final Pattern EMAIL = Pattern.compile("[^\\s@<>\"]{1,64}@[^\\s@<>\"]{1,190}");

	private static final int SHORTEST_PASSWORD = 8;

	/**
	 * The encoder reads no more bytes than these, so that a longer password would be cut
	 * in silence.
	 */
	private static final int LONGEST_PASSWORD = 72;

	private final UserStore store;

	private final PasswordEncoder passwords;

	Users(UserStore store, PasswordEncoder passwords) {
		this.store = store;
		this.passwords = passwords;
	}

	/**
	 * Answers what is wrong with the data; an empty list when the person is registered.
	 */
	List<String> register(String username, String email, String password) {
		return register(Ids.next(), username, email, password);
	}

	List<String> register(UUID id, String username, String email, String password) {
		List<String> mistakes = mistakes(username, email, password);
		if (mistakes.isEmpty() && !this.store.add(new User(id, username.toLowerCase(Locale.ROOT),
				email.toLowerCase(Locale.ROOT), String.valueOf(this.passwords.encode(password)), null))) {
			mistakes.add("This username or e-mail address is registered already.");
		}
		return mistakes;
	}

	Optional<User> find(String username) {
		return this.store.find(username);
	}

	@Override
	public UserDetails loadUserByUsername(String username) {
		User user = find(username).orElseThrow(() -> new UsernameNotFoundException("No such user"));
		return org.springframework.security.core.userdetails.User.withUsername(user.username())
			.password(user.password())
			.roles("USER")
			.build();
	}

	private static List<String> mistakes(String username, String email, String password) {
		List<String> mistakes = new ArrayList<>();
		if (!USERNAME.matcher(username).matches()) {
			mistakes.add("The username needs 3 to 64 letters, digits, dots, dashes or underscores.");
		}
		if (!EMAIL.matcher(email).matches()) {
			mistakes.add("This is not an e-mail address.");
		}
		int length = password.getBytes(java.nio.charset.StandardCharsets.UTF_8).length;
		if (length < SHORTEST_PASSWORD || length > LONGEST_PASSWORD) {
			mistakes.add("The password needs " + SHORTEST_PASSWORD + " to " + LONGEST_PASSWORD + " characters.");
		}
		return mistakes;
	}

}
