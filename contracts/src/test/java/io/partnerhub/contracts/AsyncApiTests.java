package io.partnerhub.contracts;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/** The committed description of the events is the one the records yield. */
class AsyncApiTests {

	private final JsonNode document = Committed.JSON.valueToTree(new Yaml().load(AsyncApiDocument.text()));

	@Test
	void equalsTheCommittedDocument() {
		String generated = AsyncApiDocument.text();
		if (Committed.isBeingWritten()) {
			Committed.write(Committed.asyncApi(), generated);
		}
		assertThat(Committed.read(Committed.asyncApi())).as(Committed.HINT).isEqualTo(generated);
	}

	@Test
	void describesEveryEventOnTheTopicOfItsOwner() {
		EventCatalog.entries()
			.forEach((entry) -> assertThat(
					this.document.path("channels").path(entry.topic()).path("messages").has(entry.type()))
				.as(entry.type())
				.isTrue());
	}

	@Test
	void refersToNothingThatIsMissing() {
		Matcher references = Pattern.compile("\\$ref: '#/([^']+)'").matcher(AsyncApiDocument.text());
		assertThat(references.results().map((reference) -> reference.group(1))).isNotEmpty()
			.allSatisfy((path) -> assertThat(this.document.at("/" + path).isMissingNode()).as(path).isFalse());
	}

	@Test
	void requiresWhatIsNeverAbsent() {
		JsonNode schema = this.document.at("/components/schemas/OpportunityCreated");
		assertThat(schema.at("/required").toString()).contains("customerId").doesNotContain("accountManagerId");
		assertThat(schema.at("/properties/customerId/format").asString()).isEqualTo("uuid");
		assertThat(schema.at("/properties/expectedRevenue/$ref").asString()).isEqualTo("#/components/schemas/Amount");
	}

	@Test
	void namesEveryValueOfAnEnumeration() {
		assertThat(this.document.at("/components/schemas/Role/enum").size()).isEqualTo(Role.values().length);
	}

}
