package io.partnerhub.billing.document;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

import io.partnerhub.billing.ledger.Realm;
import io.partnerhub.platform.Ids;
import io.partnerhub.platform.job.Job;
import io.partnerhub.platform.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.core.io.InputStreamResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Files of invoices (INVO-11): uploaded first, then named by the one invoice they belong
 * to. Whoever may see the invoice may fetch its file.
 */
@Service
public class Documents {

	private static final Duration EXPIRE_EVERY = Duration.ofMinutes(10);

	private static final int EXPIRED_AT_ONCE = 100;

	private final DocumentStore store;

	private final ObjectPort objects;

	private final DocumentSettings settings;

	private final Clock clock;

	Documents(DocumentStore store, ObjectPort objects, DocumentSettings settings, Clock clock) {
		this.store = store;
		this.objects = objects;
		this.settings = settings;
		this.clock = clock;
	}

	@Transactional
	Document keep(@Nullable Realm realm, String operator, Upload upload) {
		Document document = new Document(Ids.next(), realm, upload.type(), upload.bytes(), this.clock.instant());
		this.store.insert(document, upload.sha256(), operator);
		forgetUnlessCommitted(document.id());
		try {
			this.objects.put(document.id(), upload.path());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return document;
	}

	@Transactional(readOnly = true)
	Document get(UUID id, Realm realm) {
		return this.store.find(realm, id).orElseThrow(() -> Problem.notFound("file"));
	}

	/** The file now belongs to an invoice; nobody else can name it again. */
	@Transactional(propagation = Propagation.MANDATORY)
	public void attach(UUID id, @Nullable Realm uploader) {
		if (!this.store.attach(id, uploader)) {
			throw Problem.conflict("INVOICE_FILE_NOT_USABLE",
					"You uploaded no such file, or it belongs to an invoice already.");
		}
	}

	/** The file as it is sent: to be kept on disk and never to be run or guessed at. */
	@Transactional(readOnly = true)
	public ResponseEntity<Resource> answer(@Nullable UUID id) {
		Document document = Optional.ofNullable(id)
			.flatMap(this.store::find)
			.orElseThrow(() -> Problem.notFound("file"));
		String name = "invoice-" + document.id() + "." + document.type().name().toLowerCase(Locale.ROOT);
		try {
			return ResponseEntity.ok()
				.contentType(MediaType.parseMediaType(document.type().mediaType()))
				.contentLength(document.bytes())
				.header(HttpHeaders.CONTENT_DISPOSITION,
						ContentDisposition.attachment().filename(name).build().toString())
				.header("X-Content-Type-Options", "nosniff")
				.cacheControl(CacheControl.noStore())
				.body(new InputStreamResource(this.objects.get(document.id())));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	@Bean
	static ObjectNames invoiceFiles(DocumentStore store) {
		return new ObjectNames(store::named);
	}

	@Bean
	static Job looseFiles(Documents documents) {
		return new Job("loose-invoice-files", EXPIRE_EVERY, documents::removeLoose);
	}

	/** Takes away files that came to no invoice. */
	void removeLoose() {
		this.store.removeLoose(this.clock.instant().minus(this.settings.looseKept()), EXPIRED_AT_ONCE)
			.forEach(this.objects::forget);
	}

	private void forgetUnlessCommitted(UUID id) {
		TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {

			@Override
			public void afterCompletion(int status) {
				if (status == STATUS_ROLLED_BACK) {
					Documents.this.objects.forget(id);
				}
			}

		});
	}

}
