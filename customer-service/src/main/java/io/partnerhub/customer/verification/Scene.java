package io.partnerhub.customer.verification;

import java.util.Arrays;

import io.partnerhub.platform.problem.Problem;

/** What a partner's platform sends codes for. */
enum Scene {

	REGISTRATION(29), BANK_CARD(18);

	private final int number;

	Scene(int number) {
		this.number = number;
	}

	/** By its number in the open API. */
	static Scene of(int number) {
		return Arrays.stream(values())
			.filter((scene) -> scene.number == number)
			.findFirst()
			.orElseThrow(() -> Problem.invalid("/scene", "WRONG_VALUE", "29 or 18."));
	}

}
