package io.partnerhub.acceptance;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import io.partnerhub.localhub.service.Service;
import org.junit.jupiter.api.Test;
import org.openapitools.openapidiff.core.OpenApiCompare;
import org.openapitools.openapidiff.core.compare.OpenApiDiffOptions;
import org.openapitools.openapidiff.core.model.ChangedOpenApi;
import org.openapitools.openapidiff.core.output.ConsoleRender;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The committed {@code openapi.yaml} is what the services really offer. After an intended
 * change write it anew with
 * {@code mvn -pl quality/acceptance-tests -am test -Dtest=OpenApiTests -Dsurefire.failIfNoSpecifiedTests=false
 * -Dcontracts.write=true}; a change that breaks clients is refused even then.
 */
class OpenApiTests {

	private static final Path COMMITTED = Path
		.of("../../contracts/src/main/resources/META-INF/partner-hub/openapi.yaml");

	private static final boolean WRITE = Boolean.getBoolean("contracts.write");

	/**
	 * Clients take a word they do not know for unknown: an answer may learn new ones, no
	 * request may forget any.
	 */
	private static final OpenApiDiffOptions RULES = OpenApiDiffOptions.builder()
		.configProperty("incompatible.response.enum.increased", "false")
		.build();

	private final JsonMapper json = JsonMapper.builder().build();

	private final RunningHub hub = RunningHub.shared();

	@Test
	void theCommittedDescriptionIsWhatTheServicesOffer() throws Exception {
		String present = yaml(merged());
		if (WRITE) {
			write(present);
		}
		assertThat(present).as("openapi.yaml; write it anew as the Javadoc of this class says")
			.isEqualTo(Files.readString(COMMITTED));
	}

	@Test
	void everyOperationSaysWhatItDoes() throws Exception {
		JsonNode paths = merged().get("paths");
		paths.propertyStream()
			.forEach((path) -> path.getValue()
				.forEach((operation) -> assertThat(operation.path("summary").asString("")).as(path.getKey())
					.isNotBlank()));
		assertThat(paths.propertyNames()).noneMatch((path) -> path.startsWith("/internal"));
	}

	@Test
	void everyOperationHasANameOfItsOwn() throws Exception {
		assertThat(merged().get("paths")
			.valueStream()
			.flatMap((path) -> path.valueStream())
			.map((operation) -> operation.path("operationId").asString(""))).doesNotHaveDuplicates().doesNotContain("");
	}

	private static void write(String present) throws IOException {
		if (Files.exists(COMMITTED)) {
			ChangedOpenApi changes = OpenApiCompare.fromContents(Files.readString(COMMITTED), present, null, RULES);
			assertThat(changes.isCompatible())
				.as(() -> "clients of the committed description go on working\n" + told(changes))
				.isTrue();
		}
		Files.writeString(COMMITTED, present);
	}

	private static String told(ChangedOpenApi changes) {
		ByteArrayOutputStream text = new ByteArrayOutputStream();
		new ConsoleRender().render(changes, new OutputStreamWriter(text, StandardCharsets.UTF_8));
		return text.toString(StandardCharsets.UTF_8);
	}

	private ObjectNode merged() throws Exception {
		ObjectNode document = this.json.createObjectNode().put("openapi", "3.1.0");
		document.putObject("info").put("title", "Partner Hub").put("version", "v1");
		document.putArray("servers").addObject().put("url", "/");
		ObjectNode paths = document.putObject("paths");
		ObjectNode components = document.putObject("components");
		ObjectNode schemas = components.putObject("schemas");
		for (Service service : Service.values()) {
			if (service != Service.GATEWAY) {
				JsonNode described = describe(service);
				described.path("paths").propertyStream().forEach((path) -> paths.set(path.getKey(), path.getValue()));
				described.at("/components/schemas")
					.propertyStream()
					.forEach((schema) -> schemas.set(schema.getKey(), schema.getValue()));
				components.set("securitySchemes", described.at("/components/securitySchemes"));
			}
		}
		paths.remove(paths.propertyNames().stream().filter((path) -> path.matches("/(internal|actuator)/.*")).toList());
		return document;
	}

	/** Schemas are named by service and type, such as {@code coupon.VoucherApi.Issue}. */
	private JsonNode describe(Service service) throws Exception {
		try (HttpClient http = HttpClient.newHttpClient()) {
			URI uri = URI.create(this.hub.serviceUrl(service.title()) + "/v3/api-docs");
			return this.json
				.readTree(http.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString())
					.body()
					.replaceAll("(\\w)Io\\.partnerhub\\.\\w+\\.\\w+\\.", "$1Of.")
					.replaceAll("io\\.partnerhub\\.(\\w+)\\.\\w+\\.", "$1.")
					.replaceAll("io\\.partnerhub\\.", ""));
		}
	}

	private String yaml(ObjectNode document) {
		DumperOptions options = new DumperOptions();
		options.setDefaultFlowStyle(DumperOptions.FlowStyle.BLOCK);
		options.setWidth(120);
		return new Yaml(options).dump(sorted(this.json.convertValue(document, Map.class)));
	}

	/** Keys in one order, whatever order the services list them in. */
	private static Object sorted(Object value) {
		if (value instanceof Map<?, ?> map) {
			Map<String, Object> sorted = new TreeMap<>();
			map.forEach((key, each) -> sorted.put(String.valueOf(key), sorted(each)));
			return sorted;
		}
		return (value instanceof List<?> list) ? list.stream().map(OpenApiTests::sorted).toList() : value;
	}

}
