package io.partnerhub.billing.statement;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;

import io.partnerhub.billing.ledger.AccountHistory.Mark;
import io.partnerhub.billing.ledger.Realm;
import org.jspecify.annotations.Nullable;

/**
 * A statement and how far it is. What it holds is fixed when it is asked for: the entries
 * between two places in the account's sequence.
 *
 * @param from first moment of the period
 * @param to first moment after it
 * @param opening where the account stood before the period
 * @param closing where it stood at its end
 * @param done entries written so far
 */
record AccountStatement(UUID id, Realm realm, UUID accountId, State state, Format format, Language language,
		Instant from, Instant to, Mark opening, Mark closing, int done, int attempts, String operator,
		Instant createdAt, @Nullable Instant finishedAt) {

	/** How many entries it has. */
	int total() {
		return (int) (this.closing.sequence() - this.opening.sequence());
	}

	/** The same once its file is kept no longer. */
	AccountStatement expired() {
		return new AccountStatement(this.id, this.realm, this.accountId, State.EXPIRED, this.format, this.language,
				this.from, this.to, this.opening, this.closing, this.done, this.attempts, this.operator, this.createdAt,
				this.finishedAt);
	}

	/** From RUNNING to one of the others; a file that is kept no longer is EXPIRED. */
	enum State {

		RUNNING, DONE, FAILED, EXPIRED

	}

	/** What kind of file. */
	enum Format {

		PDF("application/pdf"), CSV("text/csv;charset=UTF-8");

		private final String mediaType;

		Format(String mediaType) {
			this.mediaType = mediaType;
		}

		String mediaType() {
			return this.mediaType;
		}

	}

	/** In which language; the names are those of the wire. */
	enum Language {

		zh, en;

		Locale locale() {
			return (this == zh) ? Locale.SIMPLIFIED_CHINESE : Locale.ENGLISH;
		}

	}

}
