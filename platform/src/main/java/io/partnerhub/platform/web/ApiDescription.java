package io.partnerhub.platform.web;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;

import io.partnerhub.platform.SnakeCase;
import io.partnerhub.platform.caller.Caller;
import io.partnerhub.platform.idempotency.CommandKey;
import io.partnerhub.platform.idempotency.IdempotencyFilter;
import io.partnerhub.platform.idempotency.RequiresIdempotencyKey;
import io.partnerhub.platform.money.Money;
import io.partnerhub.platform.page.PageQuery;
import io.swagger.v3.core.jackson.TypeNameResolver;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.Parameter;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.util.ClassUtils;
import org.springframework.web.method.HandlerMethod;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * Describes in OpenAPI what every operation has in common: its name, paging, idempotency
 * keys, money; and hides the caller.
 */
@Configuration(proxyBeanMethods = false)
public class ApiDescription {

	static {
		TypeNameResolver.std.setUseFqn(true);
		SpringDocUtils.getConfig()
			.addRequestWrapperToIgnore(Caller.class, CommandKey.class, PageQuery.class)
			.replaceWithSchema(Money.class, money());
	}

	@Bean
	OperationCustomizer commonParameters() {
		return (operation, method) -> {
			operation.setOperationId(id(operation.getSummary(), method));
			if (takes(method, PageQuery.class)) {
				operation.addParametersItem(limit()).addParametersItem(cursor());
			}
			if (method.hasMethodAnnotation(RequiresIdempotencyKey.class)) {
				operation.addParametersItem(idempotencyKey());
			}
			return operation;
		};
	}

	@Bean
	OpenApiCustomizer relativeServer() {
		return (api) -> api.setServers(List.of(new io.swagger.v3.oas.models.servers.Server().url("/")));
	}

	/**
	 * The records of the vendor-compatible face stand in {@code *OpenApi} types, or say
	 * themselves that they speak snake_case.
	 */
	@Bean
	OpenApiCustomizer vendorSpelling() {
		return (api) -> api.getComponents().getSchemas().forEach((name, schema) -> {
			if (name.contains("OpenApi.") || speaksSnakeCase(name)) {
				spell(schema);
			}
		});
	}

	/**
	 * Generated clients name their methods by it, so it must not depend on what else is
	 * offered; the vendor's operations keep their names, which are their summaries.
	 */
	private static String id(String summary, HandlerMethod method) {
		return method.getBeanType().getSimpleName().endsWith("OpenApi") ? summary
				: method.getBeanType().getName() + "." + method.getMethod().getName();
	}

	private static boolean speaksSnakeCase(String name) {
		return ClassUtils.isPresent(name, null)
				&& ClassUtils.resolveClassName(name, null).isAnnotationPresent(JsonNaming.class);
	}

	private static void spell(Schema<?> schema) {
		if (schema.getProperties() != null) {
			for (String name : List.copyOf(schema.getProperties().keySet())) {
				Schema<?> property = schema.getProperties().remove(name);
				schema.addProperty(SnakeCase.of(name), property);
			}
		}
		if (schema.getRequired() != null) {
			schema.setRequired(schema.getRequired().stream().map(SnakeCase::of).toList());
		}
	}

	private static boolean takes(HandlerMethod method, Class<?> type) {
		return Arrays.stream(method.getMethodParameters())
			.anyMatch((parameter) -> parameter.getParameterType() == type);
	}

	private static Parameter limit() {
		IntegerSchema rows = new IntegerSchema();
		rows.setMinimum(BigDecimal.ONE);
		rows.setMaximum(BigDecimal.valueOf(100));
		rows.setDefault(20);
		return new Parameter().in("query").name("limit").description("Rows per page").schema(rows);
	}

	private static Parameter cursor() {
		return new Parameter().in("query")
			.name("cursor")
			.description("Where the previous page ended: its nextCursor")
			.schema(new StringSchema());
	}

	private static Parameter idempotencyKey() {
		return new Parameter().in("header")
			.name(IdempotencyFilter.HEADER)
			.required(true)
			.description("The same key and body return the stored answer for 7 days")
			.schema(new StringSchema().minLength(1).maxLength(128));
	}

	private static Schema<?> money() {
		ObjectSchema money = new ObjectSchema();
		money.addProperty("amount", new StringSchema().pattern("^-?\\d{1,15}(\\.\\d{1,2})?$").example("12.30"));
		money.addProperty("currency", new StringSchema().example("CNY"));
		money.setRequired(List.of("amount", "currency"));
		return money;
	}

}
