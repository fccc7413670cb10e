package io.partnerhub.platform.money;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.module.SimpleModule;

/**
 * Reads and writes {@link Money} as an object of two strings; a JSON number is refused
 * because it loses its zeros.
 */
public final class MoneyJson extends SimpleModule {

	private static final long serialVersionUID = 1L;

	public MoneyJson() {
		super("money");
		addSerializer(Money.class, new Writer());
		addDeserializer(Money.class, new Reader());
	}

	private static final class Writer extends ValueSerializer<Money> {

		@Override
		public void serialize(Money money, JsonGenerator json, SerializationContext context) {
			json.writePOJO(money.amount());
		}

	}

	private static final class Reader extends ValueDeserializer<Money> {

		@Override
		public Money deserialize(JsonParser json, DeserializationContext context) {
			if (!json.isExpectedStartObjectToken()) {
				context.reportInputMismatch(Money.class, "money is an object with amount and currency");
			}
			String amount = null;
			String currency = null;
			while (json.nextToken() != JsonToken.END_OBJECT) {
				String name = json.currentName();
				json.nextToken();
				switch (name) {
					case "amount" -> amount = text(json, context);
					case "currency" -> currency = text(json, context);
					default -> context.handleUnknownProperty(json, this, Money.class, name);
				}
			}
			return money(amount, currency, context);
		}

		private static @Nullable String text(JsonParser json, DeserializationContext context) {
			if (!json.hasToken(JsonToken.VALUE_STRING)) {
				context.reportInputMismatch(Money.class, "amount and currency are strings");
			}
			return json.getString();
		}

		private static Money money(@Nullable String amount, @Nullable String currency, DeserializationContext context) {
			if (amount == null || currency == null) {
				return context.reportInputMismatch(Money.class, "amount and currency are required");
			}
			try {
				return Money.parse(amount, currency);
			}
			catch (IllegalArgumentException ex) {
				return context.reportInputMismatch(Money.class, ex.getMessage());
			}
		}

	}

}
