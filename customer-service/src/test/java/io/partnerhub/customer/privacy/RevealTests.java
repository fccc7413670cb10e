package io.partnerhub.customer.privacy;

import io.partnerhub.platform.problem.Problem;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@Tag("X-03")
class RevealTests {

	@Test
	void hidesAllButWhatIsAskedFor() {
		Reveal reveal = Reveal.of("email", PersonalField.EMAIL, PersonalField.MOBILE);
		assertThat(reveal.show(PersonalField.EMAIL, "li@acme.example")).isEqualTo("li@acme.example");
		assertThat(reveal.show(PersonalField.MOBILE, "+8613812345678")).isEqualTo("+86138****5678");
		assertThat(reveal.show(PersonalField.MOBILE, null)).isNull();
	}

	@Test
	void hidesEverythingUnlessAsked() {
		Reveal nothing = Reveal.of(null, PersonalField.values());
		assertThat(nothing.isEmpty()).isTrue();
		for (PersonalField field : PersonalField.values()) {
			assertThat(nothing.show(field, "13812345678")).contains("***");
		}
	}

	@Test
	void takesEachColumnOnce() {
		assertThat(Reveal.of("mobile, email,email", PersonalField.values()).asked().columns()).containsExactly("email",
				"mobile");
	}

	@ParameterizedTest
	@ValueSource(strings = { "shoeSize", "contactName", "email,", ",", "EMAIL", "*" })
	void refusesColumnsThatTheListDoesNotHave(String parameter) {
		assertThatExceptionOfType(Problem.class)
			.isThrownBy(() -> Reveal.of(parameter, PersonalField.CUSTOMER_NAME, PersonalField.EMAIL))
			.satisfies((problem) -> assertThat(problem.errors().getFirst().pointer()).isEqualTo("?reveal"));
	}

}
