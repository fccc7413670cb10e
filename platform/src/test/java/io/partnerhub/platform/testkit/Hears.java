package io.partnerhub.platform.testkit;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

import io.partnerhub.contracts.Event;
import io.partnerhub.contracts.EventCatalog;
import io.partnerhub.platform.Ids;
import io.partnerhub.platform.event.Inbox;
import io.partnerhub.platform.event.InboxAccess;
import tools.jackson.databind.json.JsonMapper;

/** Lets a service under test hear events of others, as often as a test likes. */
public final class Hears {

	private final Inbox inbox;

	private final JsonMapper json;

	private final AtomicLong offset = new AtomicLong();

	Hears(Inbox inbox, JsonMapper json) {
		this.inbox = inbox;
		this.json = json;
	}

	/** Delivers an event once, under a new event id. */
	public void event(Event event) {
		event(event, Ids.next());
	}

	/** Delivers an event under a given id: the same id twice is the same event twice. */
	public void event(Event event, UUID id) {
		EventCatalog.Entry entry = EventCatalog.of(event.getClass());
		InboxAccess.deliver(this.inbox, entry.topic(), this.offset.incrementAndGet(), event.key().toString(),
				entry.type(), id, event.partnerId(),
				this.json.writeValueAsString(event).getBytes(StandardCharsets.UTF_8));
	}

}
