package io.partnerhub.platform.event;

import java.time.Clock;
import java.util.List;

import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/**
 * The operator's view of dead letters: reading lists the oldest 100, writing replays all
 * of them in order.
 */
@Endpoint(id = "deadletters")
public final class DeadLettersEndpoint {

	private final DeadLetterStore store;

	private final Inbox inbox;

	public DeadLettersEndpoint(JdbcClient jdbc, JsonMapper json, Clock clock, Inbox inbox) {
		this.store = new DeadLetterStore(jdbc, json, clock);
		this.inbox = inbox;
	}

	@ReadOperation
	public List<DeadLetterStore.Summary> waiting() {
		return this.store.waiting(100);
	}

	@WriteOperation
	public Inbox.Replay replay() {
		return this.inbox.replay();
	}

}
