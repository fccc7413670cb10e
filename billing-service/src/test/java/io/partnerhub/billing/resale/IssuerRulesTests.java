package io.partnerhub.billing.resale;

import java.util.UUID;

import io.partnerhub.contracts.AssociationType;
import io.partnerhub.contracts.InvoiceEvent.Party;
import io.partnerhub.contracts.PartnerType;
import io.partnerhub.platform.Ids;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

@Tag("INVO-05")
class IssuerRulesTests {

	private final UUID distributor = Ids.next();

	@Test
	void whoSoldToACustomerIssues() {
		assertThat(IssuerRules.ofCustomer(AssociationType.RESALE, PartnerType.SOLUTION_PROVIDER))
			.isEqualTo(Party.PARTNER);
		assertThat(IssuerRules.ofCustomer(AssociationType.RESALE, PartnerType.RESELLER)).isEqualTo(Party.RESELLER);
		assertThat(IssuerRules.ofCustomer(AssociationType.ADVISORY, PartnerType.DISTRIBUTOR)).isEqualTo(Party.VENDOR);
	}

	@Test
	void whoSoldToAPartnerIssues() {
		assertThat(IssuerRules.ofPartner(PartnerType.DISTRIBUTOR)).isEqualTo(Party.VENDOR);
		assertThat(IssuerRules.ofPartner(PartnerType.RESELLER)).isEqualTo(Party.PARTNER);
		assertThat(IssuerRules.sellsTo(this.distributor, PartnerType.RESELLER, this.distributor)).isTrue();
		assertThat(IssuerRules.sellsTo(Ids.next(), PartnerType.RESELLER, this.distributor)).isFalse();
		assertThat(IssuerRules.sellsTo(this.distributor, PartnerType.DISTRIBUTOR, this.distributor)).isFalse();
	}

}
