package io.partnerhub.program.servicetype;

import java.util.UUID;
import java.util.regex.Pattern;

import io.partnerhub.contracts.DictionaryEvent.ServiceTypeChanged;
import io.partnerhub.platform.problem.Problem;
import org.jspecify.annotations.Nullable;

/**
 * A service type as the vendor names it; its code never changes, and none is ever taken
 * away, as vouchers may be bound to it.
 *
 * @param code such as {@code hws.service.type.ec2}
 * @param abbreviation short name
 */
record ServiceType(UUID id, String code, String nameZh, String nameEn, @Nullable String abbreviation) {

	private static final Pattern CODE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");

	/** Refuses what no code looks like; {@code pointer} says where it stood. */
	static String code(String pointer, String code) {
		if (!CODE.matcher(code).matches()) {
			throw Problem.invalid(pointer, "WRONG_VALUE",
					"A code has 1 to 64 letters, digits, dots, dashes and underscores.");
		}
		return code;
	}

	ServiceTypeChanged changed() {
		return new ServiceTypeChanged(this.code, this.nameZh, this.nameEn, this.abbreviation);
	}

}
