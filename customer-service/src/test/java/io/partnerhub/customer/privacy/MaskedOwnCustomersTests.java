package io.partnerhub.customer.privacy;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/** The other way, where a hub has switched it on. */
@Tag("X-03")
@TestPropertySource(properties = "partnerhub.privacy.mask-own-customers=true")
class MaskedOwnCustomersTests extends OwnCustomersScenario {

	@Test
	void masksOwnCustomersAsAllOthers() {
		personal().forEach((field, clear) -> assertThat(shown(this.self, field)).as(field).contains("***"));
		assertThat(records()).isZero();
	}

}
