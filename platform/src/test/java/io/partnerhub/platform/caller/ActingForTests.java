package io.partnerhub.platform.caller;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import io.partnerhub.contracts.DataScope;
import io.partnerhub.contracts.PartnerType;
import io.partnerhub.platform.Ids;
import io.partnerhub.platform.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@Tag("API-06")
class ActingForTests {

	private final UUID tenant = Ids.next();

	private final UUID reseller = Ids.next();

	private final UUID stranger = Ids.next();

	private final Map<UUID, ActingFor.Partner> partners = Map.of(this.tenant,
			new ActingFor.Partner(PartnerType.DISTRIBUTOR, this.tenant), this.reseller,
			new ActingFor.Partner(PartnerType.RESELLER, this.tenant), this.stranger,
			new ActingFor.Partner(PartnerType.RESELLER, Ids.next()));

	private final Caller distributor = caller(PartnerType.DISTRIBUTOR, this.tenant);

	@Test
	void letsFirstTierPartnersActForThemselves() {
		Caller provider = caller(PartnerType.SOLUTION_PROVIDER, this.tenant);
		assertThat(acting(provider, null)).isEqualTo(provider);
		assertThat(acting(this.distributor, "")).isEqualTo(this.distributor);
	}

	@Test
	void letsADistributorActForHisReseller() {
		Caller acting = acting(this.distributor, this.reseller.toString());
		assertThat(acting.owner()).isEqualTo(this.reseller);
		assertThat(acting.tenant()).isEqualTo(this.tenant);
	}

	@Test
	void refusesEverybodyElseAsAReseller() {
		for (String named : new String[] { this.stranger.toString(), this.tenant.toString(), Ids.next().toString(),
				"nobody", " " }) {
			refuses(this.distributor, named, "RESELLER_NOT_YOURS");
		}
		refuses(caller(PartnerType.SOLUTION_PROVIDER, this.tenant), this.reseller.toString(), "RESELLER_NOT_YOURS");
	}

	@Test
	void givesResellersAndOthersNoAccess() {
		refuses(caller(PartnerType.RESELLER, this.reseller), null, "ACCESS_DENIED");
		refuses(caller(PartnerType.RESELLER, this.reseller), this.reseller.toString(), "ACCESS_DENIED");
		refuses(this.distributor.actingFor(this.reseller), this.reseller.toString(), "ACCESS_DENIED");
		refuses(Caller.vendor("vera"), null, "ACCESS_DENIED");
		refuses(Caller.customer("carl", Ids.next()), null, "ACCESS_DENIED");
	}

	private Caller acting(Caller caller, @Nullable String named) {
		return ActingFor.reseller(caller, named, (id) -> Optional.ofNullable(this.partners.get(id)));
	}

	private void refuses(Caller caller, @Nullable String named, String code) {
		assertThatExceptionOfType(Problem.class).isThrownBy(() -> acting(caller, named))
			.extracting(Problem::code)
			.isEqualTo(code);
	}

	private Caller caller(PartnerType type, UUID owner) {
		return Caller.member("amy", this.tenant, owner, type, Ids.next(), Set.of(), Set.of(), DataScope.ALL);
	}

}
