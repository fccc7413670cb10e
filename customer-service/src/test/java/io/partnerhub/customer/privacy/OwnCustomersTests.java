package io.partnerhub.customer.privacy;

import java.util.List;
import java.util.Set;
import java.util.UUID;

import io.partnerhub.contracts.AssociationType;
import io.partnerhub.contracts.DataScope;
import io.partnerhub.contracts.Permission;
import io.partnerhub.contracts.Role;
import io.partnerhub.platform.Ids;
import io.partnerhub.platform.caller.Caller;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * An account manager knows his own customers, unless the hub hides them from him, too.
 */
@Tag("X-03")
class OwnCustomersTests extends OwnCustomersScenario {

	@Test
	void showsThemToTheirAccountManagerAndRecordsNothing() {
		personal().forEach((field, clear) -> assertThat(shown(this.self, field)).as(field).isEqualTo(clear));
		assertThat(records()).isZero();
	}

	@Test
	void masksThemForEverybodyElse() {
		for (Caller caller : List.of(this.partner.admin(), this.partner.operator(), this.partner.key())) {
			personal().forEach((field, clear) -> assertThat(shown(caller, field)).as(field).contains("***"));
		}
	}

	@Test
	void showsWhoManagesAllCustomersOnlyHisOwn() {
		Caller both = manages(this.manager);
		Caller other = manages(Ids.next());
		assertThat(shown(both, "/api/v1/customers /items/0/customerName")).isEqualTo(NAME);
		assertThat(shown(other, "/api/v1/customers /items/0/customerName")).isEqualTo("云***");
		this.client.as(both).get("/api/v1/customers?reveal=email").expect(200);
		assertThat(records()).isZero();
		this.client.as(other).get("/api/v1/customers?reveal=email").expect(200);
		assertThat(records()).isOne();
	}

	@Test
	void showsTheAnswersOfHisOwnCommands() {
		String email = address();
		String id = preRegister(this.self, email);
		assertThat(this.client.as(this.self)
			.post("/api/v1/invitations", wish(id, AssociationType.RESALE))
			.expect(201)
			.text("/sentTo")).isEqualTo(email);
	}

	/** An account manager with another role sees all customers (ORG-05). */
	private Caller manages(UUID member) {
		return Caller.member("both", this.partner.tenant(), this.partner.id(), this.partner.type(), member,
				Set.of(Role.ACCOUNT_MANAGER, Role.CUSTOMER_OPERATOR), Set.of(Permission.values()), DataScope.ALL);
	}

}
