package io.partnerhub.coupon.export;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

import io.partnerhub.contracts.Permission;
import io.partnerhub.coupon.operation.LongOperation;
import io.partnerhub.coupon.operation.LongOperation.Kind;
import io.partnerhub.coupon.operation.LongOperations;
import io.partnerhub.coupon.record.LogSight;
import io.partnerhub.coupon.record.RecordQuery;
import io.partnerhub.platform.caller.Caller;
import io.partnerhub.platform.job.Job;
import io.partnerhub.platform.job.Kept;
import io.partnerhub.platform.page.Page;
import io.partnerhub.platform.page.PageQuery;
import io.partnerhub.platform.problem.Problem;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/**
 * Exports of the operation log: asked for, fetched while they are kept, then gone (X-04,
 *
 */
@Service
class RecordExports {

	private static final Duration EXPIRE_EVERY = Duration.ofMinutes(10);

	private static final int EXPIRED_AT_ONCE = 100;

	private final LongOperations operations;

	private final FilePort files;

	private final ExportSettings settings;

	private final JsonMapper json;

	private final Kept kept;

	RecordExports(LongOperations operations, FilePort files, ExportSettings settings, JsonMapper json, Clock clock) {
		this.operations = operations;
		this.files = files;
		this.settings = settings;
		this.json = json;
		this.kept = new Kept(settings.kept(), clock);
	}

	/** A supervisor's export holds the records of his team's customers only. */
	@Transactional
	LongOperation begin(Caller caller, RecordQuery query, boolean chinese) {
		caller.require(Permission.VIEW_COUPONS);
		ExportRules.checkRange(Objects.requireNonNull(query.from()), Objects.requireNonNull(query.to()),
				this.settings.months());
		return this.operations.begin(caller, Kind.RECORD_EXPORT, false,
				this.json.writeValueAsString(new ExportRequest(new LogSight(caller), query, chinese)));
	}

	@Transactional(readOnly = true)
	Page<Export> list(Caller caller, PageQuery page) {
		return this.operations.list(caller, Kind.RECORD_EXPORT, page).map(this::export);
	}

	/** The export, if its file can be fetched now. */
	@Transactional(readOnly = true)
	Export ready(Caller caller, UUID id) {
		LongOperation operation = this.operations.get(caller, id);
		if (operation.kind() != Kind.RECORD_EXPORT) {
			throw Problem.notFound("OPERATION_NOT_FOUND", "export");
		}
		Export export = export(operation);
		return switch (export.state()) {
			case DONE -> export;
			case EXPIRED -> throw Problem.conflict("EXPORT_EXPIRED", "The file is not kept any longer.");
			case RUNNING, CANCELLED, FAILED ->
				throw Problem.conflict("EXPORT_NOT_READY", "There is no file for this export.")
					.with("state", export.state());
		};
	}

	/** One part after the other, none of them in memory. */
	void copy(Export export, OutputStream target) throws IOException {
		for (int part = 0; part < export.operation().parts(); part++) {
			try (InputStream content = this.files.read(export.operation().id(), part)) {
				content.transferTo(target);
			}
		}
	}

	@Bean
	static Job exportExpiry(RecordExports exports) {
		return new Job("export-expiry", EXPIRE_EVERY, exports::expire);
	}

	/** A file goes first, so that none is left that nobody knows of. */
	void expire() {
		this.operations.finishedBefore(Kind.RECORD_EXPORT, this.kept.before(), EXPIRED_AT_ONCE).forEach((operation) -> {
			delete(operation.id());
			this.operations.forgotten(operation);
		});
	}

	private void delete(UUID file) {
		try {
			this.files.delete(file);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private Export export(LongOperation operation) {
		Instant finished = operation.finishedAt();
		Instant until = (finished != null) ? finished.plus(this.settings.kept()) : null;
		boolean over = operation.state() == LongOperation.State.DONE && this.kept.isOver(finished);
		LongOperation.State state = over ? LongOperation.State.EXPIRED : operation.state();
		return new Export(operation, state, this.json.readValue(operation.request(), ExportRequest.class), until);
	}

}
