package io.partnerhub.billing.refund;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import feign.FeignException;
import io.partnerhub.contracts.Amount;
import org.jspecify.annotations.Nullable;
import org.springframework.cloud.openfeign.FeignClient;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;

/** Gives coupons of a paid order back at coupon-service (USE-07). */
@FeignClient(name = "coupon-service", contextId = "coupon-refunds", url = "${partnerhub.services.coupon}")
interface CouponRefunds {

	/** The first word in capitals that a problem gives as its code. */
	Pattern CODE = Pattern.compile("\"code\"\\s*:\\s*\"([A-Z_]{1,64})\"");

	@PostMapping("/internal/redemptions/{id}/returns")
	Answer giveBack(@PathVariable("id") UUID reservationId, @RequestBody Body body);

	static String code(FeignException refusal) {
		Matcher code = CODE.matcher(refusal.contentUTF8());
		return code.find() ? code.group(1) : "REFUSED";
	}

	/** One refund; the request id names it for good. */
	record Body(String requestId, String cause, List<Part> coupons) {

		static Body of(CouponReturn back) {
			return new Body(back.refundId().toString(), back.cause().ofCoupons(),
					back.coupons()
						.entrySet()
						.stream()
						.map((each) -> new Part(each.getKey(), each.getValue().amount()))
						.toList());
		}

	}

	/** What a coupon gets back. */
	record Part(UUID couponId, Amount amount) {
	}

	/** What became of each amount. */
	@JsonIgnoreProperties(ignoreUnknown = true)
	record Answer(@Nullable List<Returned> coupons) {

		/** Those that came back, as far as it is told what became of them. */
		Map<UUID, String> fates() {
			return told(Returned::fate);
		}

		/** Those that got nothing back, and why. */
		Map<UUID, String> refusals() {
			return told(Returned::refusal);
		}

		private Map<UUID, String> told(Function<Returned, @Nullable String> what) {
			return (this.coupons == null) ? Map.of()
					: this.coupons.stream()
						.filter((each) -> what.apply(each) != null)
						.collect(Collectors.toMap(Returned::couponId, (each) -> String.valueOf(what.apply(each))));
		}

	}

	/** One of them. */
	@JsonIgnoreProperties(ignoreUnknown = true)
	record Returned(UUID couponId, @Nullable String fate, @Nullable String refusal) {
	}

}
