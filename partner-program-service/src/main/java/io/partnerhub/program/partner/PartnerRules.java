package io.partnerhub.program.partner;

import java.util.UUID;

import io.partnerhub.contracts.PartnerStatus;
import io.partnerhub.contracts.PartnerType;
import io.partnerhub.platform.problem.Problem;
import org.jspecify.annotations.Nullable;

/**
 * A reseller has exactly one distributor, nobody else has one (RSL-06), and a frozen
 * distributor gets no new reseller (0.4).
 */
final class PartnerRules {

	private PartnerRules() {
	}

	static void checkDistributor(PartnerType type, @Nullable UUID distributorId, @Nullable Partner distributor) {
		if (type != PartnerType.RESELLER) {
			if (distributorId != null) {
				throw Problem.invalid("/distributorId", "NOT_ALLOWED", "Only a reseller has a distributor.");
			}
			return;
		}
		if (distributorId == null) {
			throw Problem.invalid("/distributorId", "REQUIRED", "A reseller has a distributor.");
		}
		if (distributor == null || distributor.type() != PartnerType.DISTRIBUTOR) {
			throw Problem.invalid("/distributorId", "NOT_A_DISTRIBUTOR", "There is no such distributor.");
		}
		if (distributor.status() == PartnerStatus.FROZEN) {
			throw Problem.conflict("PARTNER_FROZEN", "The distributor is frozen and gets no new reseller.");
		}
	}

}
