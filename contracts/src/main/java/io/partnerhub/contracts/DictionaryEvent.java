package io.partnerhub.contracts;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * What partner-program-service announces about the dictionaries it owns. They belong to
 * no tenant.
 */
public sealed interface DictionaryEvent extends Event {

	@Override
	default UUID partnerId() {
		return NO_TENANT;
	}

	/**
	 * A service type (产品类型) was added or renamed. Carries the whole present state.
	 *
	 * @param code such as {@code hws.service.type.ec2}
	 * @param abbreviation short name
	 */
	record ServiceTypeChanged(String code, String nameZh, String nameEn,
			@Nullable String abbreviation) implements DictionaryEvent {

		@Override
		public UUID key() {
			return UUID.nameUUIDFromBytes(this.code.getBytes(StandardCharsets.UTF_8));
		}

	}

}
