package io.partnerhub.platform.caller;

import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

import io.partnerhub.contracts.PartnerType;
import io.partnerhub.platform.Ids;
import io.partnerhub.platform.problem.Problem;
import org.jspecify.annotations.Nullable;

/**
 * For whom a caller of the vendor-compatible API acts: a first-tier partner for himself,
 * a distributor also for a reseller of his own tenant (API-06, QUO-03, ADJ-05). Resellers
 * have no access there.
 */
public final class ActingFor {

	private ActingFor() {
	}

	/**
	 * The caller himself if no reseller is named, else the caller on behalf of the
	 * reseller.
	 * @param caller who calls
	 * @param resellerId the reseller he names; empty means none
	 * @param partners what the service knows of a partner, by the id of the partner
	 * itself
	 * @return the caller whose {@link Caller#owner()} is the partner meant
	 */
	public static Caller reseller(Caller caller, @Nullable String resellerId,
			Function<UUID, Optional<Partner>> partners) {
		firstTier(caller);
		if (resellerId == null || resellerId.isEmpty()) {
			return caller;
		}
		return Ids.parse(resellerId)
			.filter((id) -> caller.partnerType() == PartnerType.DISTRIBUTOR)
			.filter((id) -> partners.apply(id).filter((partner) -> partner.isResellerOf(caller.tenant())).isPresent())
			.map(caller::actingFor)
			.orElseThrow(() -> Problem.badRequest("RESELLER_NOT_YOURS", "This reseller is not one of yours."));
	}

	private static void firstTier(Caller caller) {
		if (caller.partnerType() == null || caller.partnerType() == PartnerType.RESELLER
				|| !caller.owner().equals(caller.tenant())) {
			throw Problem.forbidden("ACCESS_DENIED", "This API is for solution providers and distributors.");
		}
	}

	/**
	 * What decides whether a partner may be named.
	 *
	 * @param type what the partner is
	 * @param tenant the first-tier partner it belongs to
	 */
	public record Partner(PartnerType type, UUID tenant) {

		boolean isResellerOf(UUID distributor) {
			return this.type == PartnerType.RESELLER && this.tenant.equals(distributor);
		}

	}

}
