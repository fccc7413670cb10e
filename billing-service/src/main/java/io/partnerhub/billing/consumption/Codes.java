package io.partnerhub.billing.consumption;

import java.util.Arrays;
import java.util.stream.IntStream;

import io.partnerhub.billing.consumption.Consumed.BillType;
import io.partnerhub.billing.consumption.Consumed.ChargeMode;
import io.partnerhub.platform.problem.Problem;
import org.jspecify.annotations.Nullable;

/**
 * The vendor's codes in parameters (13.2): one that stands for nothing is refused and not
 * looked for in vain.
 */
final class Codes {

	private Codes() {
	}

	static @Nullable Integer chargeMode(@Nullable Integer code) {
		return known("?chargeMode", code, Arrays.stream(ChargeMode.values()).mapToInt(ChargeMode::code));
	}

	static @Nullable Integer billType(@Nullable Integer code) {
		return known("?billType", code, Arrays.stream(BillType.values()).mapToInt(BillType::code));
	}

	private static @Nullable Integer known(String pointer, @Nullable Integer code, IntStream codes) {
		if (code != null && codes.noneMatch((each) -> each == code)) {
			throw Problem.invalid(pointer, "WRONG_VALUE", "There is no such code.");
		}
		return code;
	}

}
