package io.partnerhub.customer.check;

import java.util.List;
import java.util.Map;

import io.partnerhub.customer.check.Check.State;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Service;

/**
 * Puts beside every finding what to do about it, in the reader's language (ASC-04).
 */
@Service
public class Checks {

	private final MessageSource messages;

	Checks(MessageSource messages) {
		this.messages = messages;
	}

	public List<Check> withRemedies(List<Check> checks) {
		return checks.stream().map(this::withRemedy).toList();
	}

	/** A finding about a fact that the vendor has not told. */
	public Check untold(String code) {
		return new Check(code, State.UNKNOWN, null, remedy("FACT_UNKNOWN", null), Map.of());
	}

	private Check withRemedy(Check check) {
		if (check.is(State.PASSED) || check.remedy() != null) {
			return check;
		}
		return new Check(check.code(), check.state(), check.detail(), remedy(check.code(), check.detail()),
				check.facts());
	}

	private @Nullable String remedy(String code, @Nullable String otherwise) {
		return this.messages.getMessage("remedy." + code, null, otherwise, LocaleContextHolder.getLocale());
	}

}
