package io.partnerhub.billing.statement;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The numbers of statements.
 *
 * @param enabled whether this instance writes statements
 * @param pollInterval how often it looks for statements that nobody writes; 5 seconds
 * @param months longest period; 12
 * @param kept how long a file can be fetched; 3 days
 * @param entriesAtOnce entries read at a time; 2,000
 * @param csvEntries most entries of a CSV; 2,000,000
 * @param pdfEntries most entries of a PDF, which grows by a page for every 40; 50,000
 * @param openPerPartner statements of a partner that are written at a time; 3
 * @param claim how long one that makes no progress is left to who writes it; 1 minute
 * @param attempts how often a statement is tried before it is given up; 3
 */
@ConfigurationProperties("partnerhub.statements")
record StatementSettings(@DefaultValue("true") boolean enabled, @DefaultValue("5s") Duration pollInterval,
		@DefaultValue("12") int months, @DefaultValue("3d") Duration kept, @DefaultValue("2000") int entriesAtOnce,
		@DefaultValue("2000000") int csvEntries, @DefaultValue("50000") int pdfEntries,
		@DefaultValue("3") int openPerPartner, @DefaultValue("1m") Duration claim, @DefaultValue("3") int attempts) {

	int most(AccountStatement.Format format) {
		return (format == AccountStatement.Format.PDF) ? this.pdfEntries : this.csvEntries;
	}

}
