package io.partnerhub.customer.check;

import java.util.List;

import io.partnerhub.customer.check.Check.State;
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

	private Check withRemedy(Check check) {
		if (check.is(State.PASSED)) {
			return check;
		}
		String remedy = this.messages.getMessage("remedy." + check.code(), null, check.detail(),
				LocaleContextHolder.getLocale());
		return new Check(check.code(), check.state(), check.detail(), remedy, check.facts());
	}

}
