package io.partnerhub.platform.caller;

import java.util.List;
import java.util.Set;

import io.partnerhub.contracts.DataScope;
import io.partnerhub.contracts.PartnerType;
import io.partnerhub.contracts.Permission;
import io.partnerhub.platform.Ids;
import io.partnerhub.platform.problem.Problem;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class CallerTests {

	@Test
	void keepsTheKeysOfLoginsApartWhateverNameTheyChose() {
		String amy = Caller.identity("amy", "https://one.example", "4711", null).keySpace();
		assertThat(Caller.identity("amy", "https://one.example", "4712", null).keySpace()).isNotEqualTo(amy);
		assertThat(Caller.identity("amy", "https://two.example", "4711", null).keySpace()).isNotEqualTo(amy);
		assertThat(Caller.identity("ann", "https://one.example", "4711", null).keySpace()).isEqualTo(amy);
	}

	@Test
	void actsForAWholePartnerOnlyIfHeSeesAllOfIt() {
		Set<Permission> viewing = Set.of(Permission.VIEW_BALANCE);
		assertThat(member(DataScope.ALL, viewing).requireWhole(Permission.VIEW_BALANCE)).isNotNull();
		for (Caller caller : List.of(member(DataScope.TEAM, viewing), member(DataScope.ALL, Set.of()),
				Caller.vendor("vendor"), Caller.service("service"))) {
			assertThat(caller.mayWhole(Permission.VIEW_BALANCE)).isFalse();
			assertThatExceptionOfType(Problem.class).isThrownBy(() -> caller.requireWhole(Permission.VIEW_BALANCE))
				.satisfies((problem) -> assertThat(problem.code()).isEqualTo("ACCESS_DENIED"));
		}
	}

	private static Caller member(DataScope scope, Set<Permission> permissions) {
		return Caller.member("li", Ids.next(), Ids.next(), PartnerType.DISTRIBUTOR, Ids.next(), Set.of(), permissions,
				scope);
	}

}
