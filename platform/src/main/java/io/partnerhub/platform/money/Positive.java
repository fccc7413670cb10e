package io.partnerhub.platform.money;

import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import org.jspecify.annotations.Nullable;

/** Money that moves is more than 0.00. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = Positive.Check.class)
public @interface Positive {

	String message() default "must be more than 0.00";

	Class<?>[] groups() default {};

	Class<? extends Payload>[] payload() default {};

	/** Leaves an absent amount to {@code @NotNull}. */
	class Check implements ConstraintValidator<Positive, Money> {

		@Override
		public boolean isValid(@Nullable Money money, ConstraintValidatorContext context) {
			return money == null || money.isPositive();
		}

	}

}
