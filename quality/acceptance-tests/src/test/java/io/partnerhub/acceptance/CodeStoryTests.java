package io.partnerhub.acceptance;

import java.util.List;
import java.util.Map;

import io.partnerhub.platform.Ids;
import io.partnerhub.platform.testkit.HubClient;
import io.partnerhub.platform.testkit.HubClient.Answer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * A partner that has switched verification codes on ends no relation without one, and
 * with one only once.
 */
@Tag("X-01")
class CodeStoryTests {

	private static final String PARTNER = "SOLUTION_PROVIDER_ADMIN_TOKEN";

	private static final String MAILBOX = "solution-provider-admin@partner-hub.local";

	private final RunningHub hub = RunningHub.shared();

	@Test
	@Tag("DIS-02")
	void endsARelationWithAProofThatWorksOnce() throws Exception {
		Relation first = new Relation(this.hub, PARTNER, PARTNER).begin("RESALE");
		Relation second = new Relation(this.hub, PARTNER, PARTNER).begin("ADVISORY");
		switchCodes(true);
		try {
			Answer refused = end(first, "").refused(403, "VERIFICATION_REQUIRED");
			assertThat(refused.text("/operation")).isEqualTo("END_RELATION");
			String proof = proof();
			end(first, proof).expect(201);
			assertThat(end(second, proof).refused(403, "VERIFICATION_CODE_INVALID").text("/reason")).isEqualTo("USED");
		}
		finally {
			switchCodes(false);
		}
		end(second, "").expect(201);
	}

	private String proof() {
		return new Codes(this.hub, partner(), MAILBOX).proof("END_RELATION");
	}

	private Answer end(Relation relation, String proof) {
		return partner().with(Codes.PROOF, proof).post("/api/v1/disassociations", Change.wish(relation));
	}

	/** And waits until everybody knows. */
	private void switchCodes(boolean on) {
		Answer own = partner().get("/api/v1/partners/me").expect(200);
		partner().with("If-Match", own.header("ETag"))
			.put("/api/v1/partners/me/settings",
					Map.of("email", MAILBOX, "mobile", "+8613800000000", "verificationCodeRequired", on))
			.expect(200);
		Map<String, Object> order = Map.of("quotaId", Ids.next(), "customerIds", List.of(Ids.next()), "faceValue",
				Relation.money("1.00"));
		await().atMost(Relation.PATIENCE.multipliedBy(2))
			.until(() -> partner().post("/api/v1/vouchers", order).text("/code").equals("VERIFICATION_REQUIRED") == on);
	}

	private HubClient.As partner() {
		return this.hub.as(PARTNER);
	}

}
