package io.partnerhub.contracts;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What stands on the wire is committed, one golden file per event, and only ever grows: a
 * consumer of last year still finds every field it reads.
 */
class GoldenFilesTests {

	static Stream<EventCatalog.Entry> entries() {
		return EventCatalog.entries().stream();
	}

	@BeforeAll
	static void writeIfAskedTo() {
		if (Committed.isBeingWritten()) {
			entries().forEach(GoldenFilesTests::write);
		}
	}

	@ParameterizedTest
	@MethodSource("entries")
	void equalsItsSample(EventCatalog.Entry entry) {
		String golden = Committed.read(Committed.event(entry));
		assertThat(golden).as(Committed.HINT).isNotEmpty();
		losesNothing(entry, golden);
		assertThat(Committed.JSON.readTree(golden)).as(Committed.HINT).isEqualTo(json(entry));
	}

	@ParameterizedTest
	@MethodSource("entries")
	void readsBackToAnEqualRecord(EventCatalog.Entry entry) {
		Event read = Committed.JSON.readValue(Committed.read(Committed.event(entry)), entry.event());
		assertThat(read).isEqualTo(Samples.of(entry));
	}

	@ParameterizedTest
	@MethodSource("entries")
	void showsEveryField(EventCatalog.Entry entry) {
		List<String> components = Stream.of(entry.event().getRecordComponents()).map(RecordComponent::getName).toList();
		assertThat(json(entry).propertyNames()).containsExactlyElementsOf(components);
	}

	@Test
	void existsForEveryEventAndNothingElse() {
		assertThat(Committed.eventFiles())
			.containsExactlyInAnyOrderElementsOf(entries().map((entry) -> entry.type() + ".json").toList());
	}

	@Test
	void findsWhatAChangeWouldTakeAway() {
		JsonNode golden = Committed.JSON.readTree("""
				{"kept": 1, "gone": 1, "retyped": "1", "list": [{"kept": 1, "gone": 1}]}""");
		JsonNode changed = Committed.JSON.readTree("""
				{"kept": 2, "retyped": 1, "list": [{"kept": 1, "new": 1}], "new": 1}""");
		assertThat(losses("", golden, changed)).containsExactlyInAnyOrder("/gone", "/retyped", "/list/0/gone");
	}

	private static void write(EventCatalog.Entry entry) {
		String golden = Committed.read(Committed.event(entry));
		if (!golden.isEmpty()) {
			losesNothing(entry, golden);
		}
		Committed.write(Committed.event(entry), Committed.JSON.writeValueAsString(Samples.of(entry)) + "\n");
	}

	private static void losesNothing(EventCatalog.Entry entry, String golden) {
		assertThat(losses("", Committed.JSON.readTree(golden), json(entry)))
			.as("%s: changes of events are additive only", entry.type())
			.isEmpty();
	}

	private static JsonNode json(EventCatalog.Entry entry) {
		return Committed.JSON.readTree(Committed.JSON.writeValueAsString(Samples.of(entry)));
	}

	/** Pointers to what the golden file has and the sample lacks or types otherwise. */
	private static List<String> losses(String pointer, JsonNode golden, JsonNode sample) {
		if (golden.getNodeType() != sample.getNodeType()) {
			return List.of(pointer);
		}
		List<String> losses = new ArrayList<>();
		golden.propertyStream()
			.forEach((field) -> losses
				.addAll(losses(pointer + "/" + field.getKey(), field.getValue(), sample.path(field.getKey()))));
		for (int i = 0; golden.isArray() && i < golden.size(); i++) {
			losses.addAll(losses(pointer + "/" + i, golden.get(i), sample.path(i)));
		}
		return losses;
	}

}
