package io.partnerhub.acceptance;

import java.util.Map;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class MainStoryTests {

	@Test
	@Tag("REC-06")
	@Tag("DIS-09")
	@Tag("INV-02")
	void aDisassociatedCustomerLosesHisVouchers() throws Exception {
		MainStory.tell(RunningHub.shared());
	}

	@ParameterizedTest
	@ValueSource(strings = { "RESALE", "ADVISORY" })
	@Tag("DIS-08")
	void aRefusedRequestChangesNothing(String type) throws Exception {
		Relation relation = new Relation(RunningHub.shared()).begin(type).grantQuota("100.00").issue("10.00");
		String request = relation.customer()
			.post("/api/v1/disassociations", Map.of("reason", "looking around", "understood", true))
			.expect(201)
			.text("/id");
		relation.partner().post("/api/v1/disassociations/" + request + "/refusal", Map.of()).expect(200);
		assertThat(relation.customer().get("/api/v1/my/vouchers").text("/items/0/state")).isEqualTo("AVAILABLE");
		relation.customer()
			.post("/api/v1/disassociations", Map.of("reason", "again", "understood", true))
			.refused(409, "DISASSOCIATION_TOO_OFTEN");
	}

}
