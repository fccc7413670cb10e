package io.partnerhub.localhub.identity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;

/** The people this provider knows. */
final class UserStore {

	private final JdbcClient jdbc;

	private final Clock clock;

	UserStore(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	Optional<User> find(String username) {
		return this.jdbc
			.sql("select id, username, email, password, registered_at from users where username = lower(:username)")
			.param("username", username)
			.query(UserStore::user)
			.optional();
	}

	/** False when somebody has the username or the address already. */
	boolean add(User user) {
		return this.jdbc.sql("""
				insert into users (id, username, email, password, registered_at)
				values (:id, :username, :email, :password, :now)
				on conflict do nothing""")
			.param("id", user.id())
			.param("username", user.username())
			.param("email", user.email())
			.param("password", user.password())
			.param("now", OffsetDateTime.ofInstant(this.clock.instant(), ZoneOffset.UTC))
			.update() == 1;
	}

	private static User user(ResultSet row, int number) throws SQLException {
		return new User(row.getObject("id", UUID.class), row.getString("username"), row.getString("email"),
				row.getString("password"), row.getTimestamp("registered_at").toInstant());
	}

}
