package io.partnerhub.billing.document;

import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How far the sweep of the object store is. */
@Component
class SweepStore {

	private final JdbcClient jdbc;

	SweepStore(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** The last object that was looked at; absent where a round begins. */
	@Nullable UUID position() {
		return this.jdbc.sql("select position from object_sweep")
			.query((row, index) -> row.getObject("position", UUID.class))
			.list()
			.getFirst();
	}

	void move(@Nullable UUID position) {
		this.jdbc.sql("update object_sweep set position = cast(:position as uuid)")
			.param("position", position)
			.update();
	}

}
