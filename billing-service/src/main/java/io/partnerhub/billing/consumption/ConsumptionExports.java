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
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

import io.partnerhub.billing.document.ObjectNames;
import io.partnerhub.billing.document.ObjectPort;
import io.partnerhub.billing.ledger.Realm;
import io.partnerhub.billing.ledger.VendorTime;
import io.partnerhub.billing.performance.PerformanceSheets;
import io.partnerhub.platform.Ids;
import io.partnerhub.platform.job.Worker;
import io.partnerhub.platform.page.Page;
import io.partnerhub.platform.page.PageQuery;
import io.partnerhub.platform.problem.Problem;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Scheduled export (CON-07): a partner that subscribed finds what was recorded on each
 * day as a file in the object store.
 */
@Service
class ConsumptionExports {

	/** Days before yesterday whose files are made good, should they be missing. */
	private static final int DAYS_BACK = 6;

	private static final int EXPIRED_AT_ONCE = 100;

	private static final Duration EVERY = Duration.ofSeconds(10);

	private final ConsumptionExportStore store;

	private final ObjectPort objects;

	private final ConsumptionSettings settings;

	private final PerformanceSheets sheets;

	private final TransactionTemplate whole;

	private final Clock clock;

	ConsumptionExports(ConsumptionExportStore store, ObjectPort objects, ConsumptionSettings settings,
			PerformanceSheets sheets, PlatformTransactionManager transactions, Clock clock) {
		this.store = store;
		this.sheets = sheets;
		this.whole = new TransactionTemplate(transactions);
		this.objects = objects;
		this.settings = settings;
		this.clock = clock;
	}

	@Bean
	static Worker consumptionExportWorker(ConsumptionExports exports, ConsumptionSettings settings) {
		return new Worker("consumption-export", settings.enabled(), EVERY, exports::drain);
	}

	@Bean
	static ObjectNames dailyFiles(ConsumptionExportStore store) {
		return new ObjectNames(store::named);
	}

	@Transactional
	void subscribe(Realm realm, String operator) {
		this.store.subscribe(realm, operator, this.clock.instant());
	}

	@Transactional
	void unsubscribe(Realm realm) {
		this.store.unsubscribe(realm);
	}

	@Transactional(readOnly = true)
	Page<DayFile> page(Realm realm, PageQuery page) {
		return Page.of(this.store.page(realm, page), page, DayFile::id);
	}

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

	/** Until every subscriber has his files; then old ones are taken away. */
	void drain() {
		Worker.drain(this::claim, this::write);
		expire();
	}

	/** Nothing that is being posted for one of the days is left out of its file. */
	private Optional<DayFile> claim() {
		Instant now = this.clock.instant();
		LocalDate yesterday = now.atZone(VendorTime.ZONE).toLocalDate().minusDays(1);
		Optional<DayFile> mine = this.whole.execute((status) -> this.store.claim(Ids.next(),
				yesterday.minusDays(DAYS_BACK), yesterday, now, now.plus(this.settings.claim())));
		mine.ifPresent((file) -> this.whole.executeWithoutResult((status) -> this.sheets.holdPostings()));
		return mine;
	}

	private void write(DayFile file) {
		try {
			Path path = Files.createTempFile("consumption", ".csv");
			try {
				long records = write(path, file);
				this.objects.put(file.id(), path);
				if (!Boolean.TRUE.equals(this.whole.execute((status) -> this.store.written(file, records)))) {
					this.objects.delete(file.id());
				}
			}
			finally {
				Files.deleteIfExists(path);
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private long write(Path path, DayFile file) throws IOException {
		try (CSVPrinter lines = new CSVPrinter(Files.newBufferedWriter(path), CSVFormat.RFC4180)) {
			lines.printRecord("recordId", "cycle", "tradeTime", "customerId", "accountManagerId", "associationType",
					"chargeMode", "billType", "serviceType", "resourceId", "region", "currency", "official", "payable",
					"cash", "credit", "voucher", "cashCoupon", "storedValueCard", "debt", "writeoff");
			return Objects.requireNonNull(this.whole.execute((status) -> printAll(lines, file)));
		}
	}

	private long printAll(CSVPrinter lines, DayFile file) {
		Instant start = start(file.day());
		Instant end = start(file.day().plusDays(1));
		AtomicLong count = new AtomicLong();
		this.store.recorded(file.realm(), start, end, (record) -> {
			print(lines, record);
			count.incrementAndGet();
		});
		return count.get();
	}

	private void expire() {
		List<UUID> old = this.store.old(this.clock.instant().minus(this.settings.exportsKept()), EXPIRED_AT_ONCE);
		old.forEach(this.objects::forget);
		this.store.gone(old);
	}

	private static void print(CSVPrinter lines, ConsumptionRecord record) {
		try {
			lines.printRecord(values(record));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static Object[] values(ConsumptionRecord record) {
		Amounts amounts = record.amounts();
		return new Object[] { record.reference(), record.cycle(), record.tradeTime(), record.customerId(),
				record.accountManagerId(), record.associationType(), record.chargeMode(), record.billType(),
				record.what().serviceType(), record.what().resourceId(), record.what().region(), record.currency(),
				amounts.official().toPlainString(), amounts.payable().toPlainString(), amounts.cash().toPlainString(),
				amounts.credit().toPlainString(), amounts.voucher().toPlainString(),
				amounts.cashCoupon().toPlainString(), amounts.storedCard().toPlainString(),
				amounts.debt().toPlainString(), amounts.writeoff().toPlainString() };
	}

	private static Instant start(LocalDate day) {
		return day.atStartOfDay(VendorTime.ZONE).toInstant();
	}

	/** What was recorded for a partner on a day, UTC+8. */
	record DayFile(UUID id, Realm realm, LocalDate day, long records, Instant createdAt, boolean kept) {
	}

}
