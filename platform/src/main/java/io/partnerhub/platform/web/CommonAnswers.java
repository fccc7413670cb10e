package io.partnerhub.platform.web;

import java.util.List;

import io.partnerhub.platform.problem.Problems;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Describes in OpenAPI how callers prove who they are, and what every operation answers
 * when it refuses, in the words of its face. An operation that says itself who may call
 * it keeps what it says.
 */
@Configuration(proxyBeanMethods = false)
public class CommonAnswers {

	private static final String TOKEN = "OidcToken";

	private static final String SIGNATURE = "AccessKeySignature";

	private static final String PROBLEM = "Problem";

	private static final String VENDOR_ERROR = "VendorError";

	@Bean
	OpenApiCustomizer proofsAndRefusals() {
		return (api) -> {
			describe(components(api));
			api.getPaths()
				.forEach((path, item) -> item.readOperations().forEach((operation) -> complete(operation, path)));
		};
	}

	private static Components components(OpenAPI api) {
		if (api.getComponents() == null) {
			api.setComponents(new Components());
		}
		return api.getComponents();
	}

	private static void describe(Components components) {
		components
			.addSecuritySchemes(TOKEN,
					new SecurityScheme().type(SecurityScheme.Type.HTTP)
						.scheme("bearer")
						.bearerFormat("JWT")
						.description("A token of an OIDC provider the hub trusts"))
			.addSecuritySchemes(SIGNATURE,
					new SecurityScheme().type(SecurityScheme.Type.APIKEY)
						.in(SecurityScheme.In.HEADER)
						.name("Authorization")
						.description("SDK-HMAC-SHA256 signature made with an access key and its secret;"
								+ " X-Sdk-Date and Host are signed"))
			.addSchemas(PROBLEM, problem())
			.addSchemas(VENDOR_ERROR, vendorError());
	}

	private static void complete(Operation operation, String path) {
		if (operation.getSecurity() == null) {
			operation.setSecurity(
					List.of(new SecurityRequirement().addList(TOKEN), new SecurityRequirement().addList(SIGNATURE)));
		}
		operation.getResponses()
			.addApiResponse("default", Problems.vendorFace(path) ? refusal("application/json", VENDOR_ERROR)
					: refusal("application/problem+json", PROBLEM));
	}

	private static ApiResponse refusal(String mediaType, String schema) {
		return new ApiResponse().description("Refused or failed")
			.content(new Content().addMediaType(mediaType,
					new MediaType().schema(new Schema<>().$ref("#/components/schemas/" + schema))));
	}

	/** RFC 9457 with the hub's own members; a refusal may add facts. */
	private static Schema<?> problem() {
		ObjectSchema error = new ObjectSchema();
		error.addProperty("pointer", new StringSchema().example("/amount"));
		error.addProperty("code", new StringSchema().example("REQUIRED"));
		error.addProperty("detail", new StringSchema());
		ObjectSchema problem = new ObjectSchema();
		problem.addProperty("type", new StringSchema().format("uri"));
		problem.addProperty("title", new StringSchema());
		problem.addProperty("status", new IntegerSchema());
		problem.addProperty("detail", new StringSchema());
		problem.addProperty("code", new StringSchema().example("INVALID_REQUEST"));
		problem.addProperty("errors", new ArraySchema().items(error));
		problem.setRequired(List.of("type", "title", "status", "detail", "code"));
		problem.setAdditionalProperties(true);
		return problem;
	}

	private static Schema<?> vendorError() {
		ObjectSchema error = new ObjectSchema();
		error.addProperty("error_code", new StringSchema().example("CBC.0100"));
		error.addProperty("error_msg", new StringSchema());
		error.addProperty("request_id", new StringSchema());
		error.setRequired(List.of("error_code", "error_msg"));
		return error;
	}

}
