package io.partnerhub.platform.testkit;

import java.util.List;

import io.partnerhub.contracts.Event;
import io.partnerhub.contracts.EventCatalog;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** What a service under test has announced, read from its outbox. */
public final class Announced {

	private final JdbcClient jdbc;

	private final JsonMapper json;

	private long seen;

	Announced(JdbcClient jdbc, JsonMapper json) {
		this.jdbc = jdbc;
		this.json = json;
	}

	/** Everything announced since the last call, in order. */
	public List<Event> next() {
		List<Row> rows = this.jdbc
			.sql("select position, type, payload from outbox where position > :seen order by position")
			.param("seen", this.seen)
			.query((row, index) -> new Row(row.getLong("position"),
					this.json.readValue(row.getString("payload"), event(row.getString("type")))))
			.list();
		rows.forEach((row) -> this.seen = row.position());
		return rows.stream().map(Row::event).toList();
	}

	/** The events of one kind announced since the last call. */
	public <E extends Event> List<E> next(Class<E> kind) {
		return next().stream().filter(kind::isInstance).map(kind::cast).toList();
	}

	private static Class<? extends Event> event(String type) {
		return EventCatalog.find(type).orElseThrow().event();
	}

	private record Row(long position, Event event) {
	}

}
