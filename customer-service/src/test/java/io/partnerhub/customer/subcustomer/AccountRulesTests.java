package io.partnerhub.customer.subcustomer;

import io.partnerhub.platform.Ids;
import io.partnerhub.platform.problem.Problem;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@Tag("INV-11")
class AccountRulesTests {

	@ParameterizedTest
	@ValueSource(strings = { "abcde", "_abcd", "-1234", "A1234567890123456789012345678901", "oper_1" })
	void takesGoodNames(String name) {
		assertThat(AccountRules.accountName(name, Ids.next())).isEqualTo(name);
	}

	@ParameterizedTest
	@ValueSource(strings = { "abcd", "1abcd", "12345", "a.bcd", "op_abc", "OP_abc", "shadow_1",
			"A12345678901234567890123456789012", "客户客户客户", "abcde " })
	void refusesBadNames(String name) {
		assertThatExceptionOfType(Problem.class).isThrownBy(() -> AccountRules.accountName(name, Ids.next()))
			.extracting(Problem::code)
			.isEqualTo("CBC.99000031");
	}

	@Test
	void makesNamesOfThirtyTwoCharactersThatPassItself() {
		String name = AccountRules.accountName("", Ids.next());
		assertThat(name).hasSize(32).isNotEqualTo(AccountRules.accountName(null, Ids.next()));
		assertThat(AccountRules.accountName(name, Ids.next())).isEqualTo(name);
	}

	@ParameterizedTest
	@ValueSource(strings = { "abc123", "Abcdef", "abc!def", "A1" })
	void takesGoodPasswords(String password) {
		assertThatCode(() -> AccountRules.password(password, "lilei", "+8613800000000")).doesNotThrowAnyException();
	}

	@ParameterizedTest
	@ValueSource(strings = { "abcdef", "123456", "li-lei1", "1iel-il", "LI-lei1", "a13800000000!" })
	void refusesBadPasswords(String password) {
		assertThatExceptionOfType(Problem.class)
			.isThrownBy(() -> AccountRules.password(password, "li-lei1", "+8613800000000"))
			.extracting(Problem::code)
			.isEqualTo("CBC.99000036");
	}

	@Test
	void readsMobilesOfMainlandChina() {
		assertThat(AccountRules.mobile("13800000000")).isEqualTo("+8613800000000");
		assertThat(AccountRules.mobile("0086-13800000000")).isEqualTo("+8613800000000");
		assertThat(AccountRules.mobile("")).isNull();
		assertThatExceptionOfType(Problem.class).isThrownBy(() -> AccountRules.mobile("4155550100"))
			.extracting(Problem::code)
			.isEqualTo("CBC.5017");
	}

}
