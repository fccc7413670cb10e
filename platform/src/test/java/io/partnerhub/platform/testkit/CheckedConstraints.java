package io.partnerhub.platform.testkit;

import java.lang.annotation.Annotation;
import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.stream.Stream;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import jakarta.validation.Constraint;

/**
 * A constraint between the two names of a nested type ({@code Outer.@NotNull Inner})
 * belongs to the type alone, where nothing checks it; it must stand before both.
 */
final class CheckedConstraints extends ArchCondition<JavaClass> {

	CheckedConstraints() {
		super("have their constraints where they are checked");
	}

	@Override
	public void check(JavaClass type, ConditionEvents events) {
		for (Field field : type.reflect().getDeclaredFields()) {
			unchecked(field).forEach((constraint) -> events.add(SimpleConditionEvent.violated(type,
					type.getName() + "." + field.getName() + ": " + constraint + " is not checked")));
		}
	}

	private static Stream<Annotation> unchecked(Field field) {
		return Arrays.stream(field.getAnnotatedType().getAnnotations())
			.filter((each) -> each.annotationType().isAnnotationPresent(Constraint.class))
			.filter((each) -> !field.isAnnotationPresent(each.annotationType()));
	}

}
