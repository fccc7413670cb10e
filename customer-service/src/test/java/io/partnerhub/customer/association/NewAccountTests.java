package io.partnerhub.customer.association;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.partnerhub.contracts.AssociationType;
import io.partnerhub.customer.partner.KnownPartners;
import io.partnerhub.platform.caller.Caller;
import io.partnerhub.platform.problem.Problem;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

/** One setting says how old an account may be that nobody has pre-registered. */
@Tag("INV-06")
@Tag("ASC-02")
@TestPropertySource(properties = "partnerhub.associations.new-account=3d")
class NewAccountTests extends AssociationScenario {

	private static final Duration AGE = Duration.ofDays(3);

	@Autowired
	private Associations associations;

	@Autowired
	private KnownPartners partners;

	@Autowired
	private TransactionTemplate transaction;

	@Test
	void holdsForOfflineLinks() {
		String link = this.client.as(partner().admin())
			.post("/api/v1/invitation-links",
					Map.of("associationType", AssociationType.RESALE, "channel", "OFFLINE_LINK"))
			.text("/link");
		String token = link.substring(link.lastIndexOf('/') + 1);
		Caller old = somebody().withOpenedAt(this.clock.instant().minus(AGE).minusSeconds(1));
		accept(old, token).refused(409, "CUSTOMER_TOO_OLD_FOR_OFFLINE");
		accept(somebody().withOpenedAt(this.clock.instant().minus(AGE)), token).expect(201);
	}

	@Test
	void holdsForEveryAssociation() {
		UUID customer = formerCustomer();
		told(accountOf(customer), Map.of("registeredAt", this.clock.instant().minus(AGE).minusSeconds(1)));
		NewLink link = new NewLink(this.partners.get(partner().id()), customer, "Li", "li", AssociationType.RESALE,
				null, null, null, null, null);
		assertThatExceptionOfType(Problem.class).isThrownBy(() -> begin(link))
			.satisfies((problem) -> assertThat(problem.facts()).containsEntry("fail_check_items",
					List.of("ACCOUNT_TOO_OLD")));
		this.clock.advance(Duration.ofSeconds(1));
		told(accountOf(customer), Map.of("registeredAt", this.clock.instant().minus(AGE)));
		assertThatNoException().isThrownBy(() -> begin(link));
	}

	private void begin(NewLink link) {
		this.transaction.executeWithoutResult((status) -> this.associations.begin(link));
	}

}
