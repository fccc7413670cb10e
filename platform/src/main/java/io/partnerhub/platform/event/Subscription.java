package io.partnerhub.platform.event;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

import io.partnerhub.contracts.Event;
import io.partnerhub.contracts.EventCatalog;
import org.jspecify.annotations.Nullable;

/**
 * What a feature wants to hear, declared as a bean:
 * {@code Subscription.to(CustomerDisassociated.class, vouchers::...)}. A handler runs in
 * the transaction of the inbox row, at most once in effect per event.
 */
public final class Subscription {

	private final Map<String, Handler<?>> handlers = new LinkedHashMap<>();

	private Subscription() {
	}

	public static <E extends Event> Subscription to(Class<E> event, Consumer<E> handler) {
		return new Subscription().and(event, handler);
	}

	public <E extends Event> Subscription and(Class<E> event, Consumer<E> handler) {
		this.handlers.put(EventCatalog.of(event).type(), new Handler<>(event, handler));
		return this;
	}

	Map<String, Handler<?>> handlers() {
		return this.handlers;
	}

	record Handler<E extends Event>(Class<E> event, Consumer<E> action) {

		void handle(@Nullable Object payload) {
			this.action.accept(this.event.cast(payload));
		}

	}

}
