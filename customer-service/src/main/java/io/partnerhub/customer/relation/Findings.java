package io.partnerhub.customer.relation;

import java.util.List;

import io.partnerhub.customer.check.Check;
import io.swagger.v3.oas.annotations.media.Schema;

/**
 * All checks at once (DIS-02).
 *
 * @param startable nothing has failed and every service has answered
 */
@Schema(name = "DisassociationChecks")
record Findings(boolean startable, List<Check> checks) {

	static Findings of(List<Check> checks) {
		return new Findings(checks.stream().noneMatch(Check::blocks), checks);
	}
}
