package io.partnerhub.customer.invitation;

import java.util.List;

import io.partnerhub.customer.account.Account;
import io.partnerhub.customer.account.Identity;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

@Tag("INV-01")
@Tag("PRE-08")
class AddresseeRulesTests {

	private static final String MAIL = "li@acme.example";

	private static final String NUMBER = "+8613800000000";

	private static final Account LI = account("Li", null, null);

	private static final Account OTHER = account("acme", MAIL, NUMBER);

	@Test
	void isTheAccountThePartnerNamed() {
		Identity invited = new Identity("lI", MAIL, NUMBER);
		assertThat(AddresseeRules.isMeant(invited, LI, List.of())).isTrue();
		assertThat(AddresseeRules.isMeant(invited, OTHER, List.of(OTHER))).isFalse();
	}

	@Test
	void isAnyAccountAsLongAsNobodyIsKnownToHaveTheAddress() {
		Identity invited = new Identity(null, MAIL, NUMBER);
		assertThat(AddresseeRules.isMeant(invited, LI, List.of())).isTrue();
		assertThat(AddresseeRules.isMeant(invited, LI, List.of(account("noted", "other@acme.example", null)))).isTrue();
	}

	@Test
	void isTheOneThatHasAddressOrNumber() {
		Identity invited = new Identity(null, MAIL, NUMBER);
		for (Account owner : List.of(OTHER, account("han", MAIL, null), account("mei", null, NUMBER))) {
			assertThat(AddresseeRules.isMeant(invited, LI, List.of(owner))).isFalse();
			assertThat(AddresseeRules.isMeant(invited, owner, List.of(OTHER))).isTrue();
		}
	}

	private static Account account(String name, @Nullable String email, @Nullable String mobile) {
		return new Account(null, name, null, (email != null) ? List.of(email) : List.of(),
				(mobile != null) ? List.of(mobile) : List.of(), new Identity(null, MAIL, NUMBER), null);
	}

}
