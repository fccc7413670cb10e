package io.partnerhub.billing.statement;

import java.util.ResourceBundle;

import io.partnerhub.billing.ledger.EntryKind;

/** What statements say, in Chinese or English. */
final class StatementWords {

	private final ResourceBundle words;

	StatementWords(AccountStatement.Language language) {
		this.words = ResourceBundle.getBundle("statement-words", language.locale(),
				ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
	}

	String get(String key) {
		return this.words.getString(key);
	}

	/** A kind that has no word yet stands by its code. */
	String kind(EntryKind kind) {
		String key = "kind." + kind.name();
		return this.words.containsKey(key) ? this.words.getString(key) : kind.name();
	}

}
