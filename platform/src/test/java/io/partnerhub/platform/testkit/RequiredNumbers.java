package io.partnerhub.platform.testkit;

import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import org.springframework.web.bind.annotation.RequestBody;

/**
 * What a request must have the description says. A primitive cannot be left out, but is
 * described as if it could unless {@code @Schema} says otherwise.
 */
final class RequiredNumbers extends ArchCondition<JavaMethod> {

	/** Money and the like describe themselves. */
	private static final String PLATFORM = "io.partnerhub.platform.";

	RequiredNumbers() {
		super("describe numbers of their requests as required");
	}

	@Override
	public void check(JavaMethod method, ConditionEvents events) {
		Set<JavaClass> seen = new HashSet<>();
		method.getParameters()
			.stream()
			.filter((parameter) -> parameter.isAnnotatedWith(RequestBody.class))
			.flatMap((parameter) -> parameter.getType().getAllInvolvedRawTypes().stream())
			.flatMap((type) -> fields(type, seen))
			.filter((field) -> field.getRawType().isPrimitive() && !isRequired(field))
			.forEach((field) -> events
				.add(SimpleConditionEvent.violated(field, field.getFullName() + " is described as optional")));
	}

	private static Stream<JavaField> fields(JavaClass type, Set<JavaClass> seen) {
		if (!type.isRecord() || type.getName().startsWith(PLATFORM) || !seen.add(type)) {
			return Stream.empty();
		}
		return type.getFields()
			.stream()
			.filter((field) -> !field.getModifiers().contains(JavaModifier.STATIC))
			.flatMap((field) -> Stream.concat(Stream.of(field),
					field.getType().getAllInvolvedRawTypes().stream().flatMap((inner) -> fields(inner, seen))));
	}

	private static boolean isRequired(JavaField field) {
		return field.tryGetAnnotationOfType(Schema.class)
			.map((schema) -> schema.requiredMode() == RequiredMode.REQUIRED)
			.orElse(false);
	}

}
