package io.partnerhub.platform.web;

import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.KeyDeserializer;
import tools.jackson.databind.deser.jdk.StringDeserializer;
import tools.jackson.databind.module.SimpleModule;

/**
 * A text that no database keeps as it was sent is refused where it is read: half of a
 * surrogate pair would come back as a question mark, and PostgreSQL knows no NUL.
 */
public final class StorableTexts extends SimpleModule {

	private static final long serialVersionUID = 1L;

	private static final String REFUSAL = "The text holds characters that cannot be stored.";

	public StorableTexts() {
		super("storable-texts");
		addDeserializer(String.class, new Texts());
		addKeyDeserializer(String.class, new Keys());
	}

	static boolean storable(String text) {
		for (int i = 0; i < text.length(); i++) {
			char unit = text.charAt(i);
			if (unit == 0 || Character.isLowSurrogate(unit)) {
				return false;
			}
			if (Character.isHighSurrogate(unit)) {
				i++;
				if (i == text.length() || !Character.isLowSurrogate(text.charAt(i))) {
					return false;
				}
			}
		}
		return true;
	}

	private static final class Texts extends StringDeserializer {

		@Override
		public String deserialize(JsonParser json, DeserializationContext context) {
			String text = super.deserialize(json, context);
			return (text == null || storable(text)) ? text : context.reportInputMismatch(String.class, REFUSAL);
		}

	}

	private static final class Keys extends KeyDeserializer {

		@Override
		public Object deserializeKey(String key, DeserializationContext context) {
			return storable(key) ? key : context.reportInputMismatch(String.class, REFUSAL);
		}

	}

}
