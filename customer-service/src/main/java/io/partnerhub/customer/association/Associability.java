package io.partnerhub.customer.association;

import java.util.List;

import io.partnerhub.customer.check.Check;
import io.partnerhub.customer.check.Check.State;
import io.swagger.v3.oas.annotations.media.Schema;

/**
 * All checks of a link (ASC-04).
 *
 * @param associable false if one failed, or if billing could not be asked; a fact nobody
 * has told stands in nobody's way
 */
@Schema(name = "AssociationChecks")
public record Associability(boolean associable, List<Check> checks) {

	public static Associability of(List<Check> checks) {
		return new Associability(checks.stream().noneMatch(Check::blocks), checks);
	}

	/** What has not passed. */
	List<Check> open() {
		return this.checks.stream().filter((check) -> !check.is(State.PASSED)).toList();
	}

}
