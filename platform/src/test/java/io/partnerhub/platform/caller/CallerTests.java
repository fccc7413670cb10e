package io.partnerhub.platform.caller;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class CallerTests {

	@Test
	void keepsTheKeysOfLoginsApartWhateverNameTheyChose() {
		String amy = Caller.identity("amy", "https://one.example", "4711", null).keySpace();
		assertThat(Caller.identity("amy", "https://one.example", "4712", null).keySpace()).isNotEqualTo(amy);
		assertThat(Caller.identity("amy", "https://two.example", "4711", null).keySpace()).isNotEqualTo(amy);
		assertThat(Caller.identity("ann", "https://one.example", "4711", null).keySpace()).isEqualTo(amy);
	}

}
