package io.partnerhub.platform.privacy;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

@Tag("X-03")
class MasksTests {

	@ParameterizedTest
	@CsvSource({ "云岭科技有限公司, 云***", "李雷, 李***", "李, ***", "Acme Ltd., A***", "𠮷野家, 𠮷***", "𠮷, ***" })
	void leavesOneCharacterOfAName(String name, String hidden) {
		assertThat(Masks.name(name)).isEqualTo(hidden);
	}

	@ParameterizedTest
	@CsvSource({ "li.lei@acme.example, l***@a***.example", "li@mail.acme.example, l***@m***.example",
			"l@a.cn, ***@***.cn", "li@localhost, l***@l***", "nobody, n***", "a@b@acme.cn, a***@a***.cn",
			"li@.cn, l***@.***" })
	void leavesTheShapeOfAnAddress(String email, String hidden) {
		assertThat(Masks.email(email)).isEqualTo(hidden);
	}

	@ParameterizedTest
	@CsvSource({ "13812345678, 138****5678", "+8613812345678, +86138****5678", "+12345678, +****5678",
			"+1234567, ****4567", "1234567, ****", "1, ****" })
	void leavesTheEndsOfANumber(String mobile, String hidden) {
		assertThat(Masks.mobile(mobile)).isEqualTo(hidden);
	}

	@ParameterizedTest
	@CsvSource({ "203.0.113.7, 203.***", "2001:db8::7, 2001:***", "::1, ***", "localhost, ***", "7, ***" })
	void leavesTheFirstPartOfAnInternetAddress(String address, String hidden) {
		assertThat(Masks.address(address)).isEqualTo(hidden);
	}

}
