package io.partnerhub.billing.consumption;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import io.partnerhub.billing.attribution.AttributionRules;
import io.partnerhub.billing.document.ObjectPort;
import io.partnerhub.billing.ledger.Realm;
import io.partnerhub.platform.Ids;
import io.partnerhub.platform.job.Job;
import io.partnerhub.platform.page.Page;
import io.partnerhub.platform.page.PageQuery;
import io.partnerhub.platform.problem.Problem;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Scheduled export (CON-07): a partner that subscribed finds what was recorded on each
 * day as a file in the object store.
 */
@Service
@Transactional
class ConsumptionExports {

	private static final int RECORDS_AT_ONCE = 5000;

	private static final int EXPIRED_AT_ONCE = 100;

	private static final Duration EVERY = Duration.ofSeconds(10);

	private final ConsumptionExportStore store;

	private final ObjectPort objects;

	private final ConsumptionSettings settings;

	private final Clock clock;

	ConsumptionExports(ConsumptionExportStore store, ObjectPort objects, ConsumptionSettings settings, Clock clock) {
		this.store = store;
		this.objects = objects;
		this.settings = settings;
		this.clock = clock;
	}

	@Bean
	static Job consumptionExport(ConsumptionExports exports) {
		return new Job("consumption-export", EVERY, exports::run);
	}

	void subscribe(Realm realm, String operator) {
		this.store.subscribe(realm, operator, this.clock.instant());
	}

	void unsubscribe(Realm realm) {
		this.store.unsubscribe(realm);
	}

	@Transactional(readOnly = true)
	Page<DayFile> page(Realm realm, PageQuery page) {
		return Page.of(this.store.page(realm, page), page, DayFile::id);
	}

	@Transactional(readOnly = true)
	InputStream file(Realm realm, UUID id) {
		DayFile file = this.store.find(realm, id).orElseThrow(() -> Problem.notFound("file of consumption"));
		if (!file.kept()) {
			throw Problem.conflict("CONSUMPTION_EXPORT_EXPIRED", "The file is not kept any longer.");
		}
		try {
			return this.objects.get(id);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** Writes one file of yesterday, and takes old ones away. */
	void run() {
		LocalDate yesterday = this.clock.instant().atZone(AttributionRules.ZONE).toLocalDate().minusDays(1);
		Optional<Realm> next = this.store.nextFor(yesterday, start(yesterday.plusDays(1)));
		next.ifPresent((realm) -> write(realm, yesterday));
		this.store.expire(this.clock.instant().minus(this.settings.exportsKept()), EXPIRED_AT_ONCE)
			.forEach(this::delete);
	}

	private void write(Realm realm, LocalDate day) {
		UUID id = Ids.next();
		try {
			Path file = Files.createTempFile("consumption", ".csv");
			try {
				long records = write(file, realm, day);
				this.objects.put(id, file);
				this.store.insert(new DayFile(id, realm, day, records, this.clock.instant(), true));
			}
			finally {
				Files.deleteIfExists(file);
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private long write(Path file, Realm realm, LocalDate day) throws IOException {
		long records = 0;
		UUID last = null;
		try (CSVPrinter lines = new CSVPrinter(Files.newBufferedWriter(file), CSVFormat.RFC4180)) {
			lines.printRecord("recordId", "cycle", "tradeTime", "customerId", "accountManagerId", "associationType",
					"chargeMode", "billType", "serviceType", "resourceId", "region", "currency", "official", "payable",
					"cash", "credit", "voucher", "cashCoupon", "storedValueCard", "debt", "writeoff");
			List<ConsumptionRecord> part = next(realm, day, last);
			while (!part.isEmpty()) {
				for (ConsumptionRecord record : part) {
					print(lines, record);
				}
				records += part.size();
				last = part.getLast().id();
				part = next(realm, day, last);
			}
		}
		return records;
	}

	private List<ConsumptionRecord> next(Realm realm, LocalDate day, @Nullable UUID after) {
		return this.store.recorded(realm, start(day), start(day.plusDays(1)), after, RECORDS_AT_ONCE);
	}

	private static void print(CSVPrinter lines, ConsumptionRecord record) throws IOException {
		Amounts amounts = record.amounts();
		lines.printRecord(record.reference(), record.cycle(), record.tradeTime(), record.customerId(),
				record.accountManagerId(), record.associationType(), record.chargeMode(), record.billType(),
				record.what().serviceType(), record.what().resourceId(), record.what().region(), record.currency(),
				amounts.official().toPlainString(), amounts.payable().toPlainString(), amounts.cash().toPlainString(),
				amounts.credit().toPlainString(), amounts.voucher().toPlainString(),
				amounts.cashCoupon().toPlainString(), amounts.storedCard().toPlainString(),
				amounts.debt().toPlainString(), amounts.writeoff().toPlainString());
	}

	private void delete(UUID id) {
		try {
			this.objects.delete(id);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static Instant start(LocalDate day) {
		return day.atStartOfDay(AttributionRules.ZONE).toInstant();
	}

	/** What was recorded for a partner on a day, UTC+8. */
	record DayFile(UUID id, Realm realm, LocalDate day, long records, Instant createdAt, boolean kept) {
	}

}
