package io.partnerhub.platform.event;

import java.util.Map;
import java.util.UUID;

/** Hands a message to an inbox as the listener would. */
public final class InboxAccess {

	private InboxAccess() {
	}

	public static void deliver(Inbox inbox, String topic, long offset, String key, String type, UUID id, UUID partner,
			byte[] payload) {
		inbox.receive(new Message(topic, 0, offset, key,
				Map.of("ce_type", type, "ce_id", id.toString(), "ce_partnerid", partner.toString()), payload));
	}

}
