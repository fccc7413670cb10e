package io.partnerhub.gateway.limit;

import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

@Tag("API-07")
class LimitsTests {

	private static final Instant NOW = Instant.parse("2026-11-22T06:39:43Z");

	@Test
	void allowsSoManyPerSecondAndRefillsEvenly() {
		Bucket bucket = new Bucket(2, NOW);

		assertThat(bucket.take(NOW)).isEqualTo(1);
		assertThat(bucket.take(NOW)).isZero();
		assertThat(bucket.take(NOW)).isNegative();
		assertThat(bucket.take(NOW.plusMillis(499))).isNegative();
		assertThat(bucket.take(NOW.plusMillis(500))).isZero();
		assertThat(bucket.take(NOW.plusSeconds(60))).isEqualTo(1);
	}

	@Test
	void survivesClockThatSteppedBack() {
		Bucket bucket = new Bucket(1, NOW);

		assertThat(bucket.take(NOW.minusSeconds(5))).isZero();
		assertThat(bucket.take(NOW.minusSeconds(4))).isZero();
	}

	@ParameterizedTest
	@CsvSource({ "/api/v1/vouchers/0198c7a2-1, /api/v1/vouchers/{id}", "/v2/accounts/CS1/x, /v2/accounts/{id}/x",
			"/v2/partners/coupon-quotas/query, /v2/partners/coupon-quotas/query", "/api/v1/x/, /api/v1/x/" })
	void countsAllIdsOfOneOperationTogether(String path, String template) {
		assertThat(PathTemplate.of(path)).isEqualTo(template);
	}

	@Test
	void givesOperationsLimitsOfTheirOwn() {
		LimitProperties limits = new LimitProperties(10, 100, 10,
				List.of(new LimitProperties.Operation("POST", "/v2/a/{id}", 5)));

		assertThat(limits.of("POST", "/v2/a/{id}", true)).isEqualTo(5);
		assertThat(limits.of("GET", "/v2/a/{id}", true)).isEqualTo(10);
		assertThat(limits.of("GET", "/api/v1/a", false)).isEqualTo(100);
	}

}
