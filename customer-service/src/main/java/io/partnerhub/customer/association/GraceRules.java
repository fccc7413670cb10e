package io.partnerhub.customer.association;

import java.util.Objects;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * The grace period for pay-per-use resources is raised where a change of the relation
 * would leave too little, and never lowered (ASC-05, DIS-09).
 */
public final class GraceRules {

	/** Days a resale customer has at least (ASC-05, DIS-10). */
	public static final int RESALE_DAYS = 1;

	/** Days a customer has at least after the end of a link (DIS-09). */
	public static final int END_DAYS = 7;

	private GraceRules() {
	}

	/**
	 * The days from now on.
	 * @param present days the hub has given him before
	 * @param told days the vendor tells of
	 */
	public static int raised(@Nullable Integer present, @Nullable Integer told, int least) {
		return Stream.of(present, told, least).filter(Objects::nonNull).mapToInt(Integer::intValue).max().orElseThrow();
	}

}
